package dev.groundwork.readiness;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.health.application.AvailabilityStateHealthIndicator;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthContributors;
import org.springframework.boot.health.contributor.HealthContributors.Entry;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.PingHealthIndicator;
import org.springframework.boot.health.registry.HealthContributorRegistry;
import org.springframework.context.SmartLifecycle;

/**
 * Answers for health indicators with what they have found in the background, so that none
 * of them can hold up a probe. Indicators that read the state of the application are left
 * as they are, as is what is out of scope. Nothing is asked before the context starts.
 *
 * @since 0.1.0
 */
public final class HealthIsolation implements SmartLifecycle {

	private final Predicate<String> scope;

	private final Function<String, CheckSchedule> schedules;

	private final CheckThreads threads;

	private final Map<String, IsolatedHealth> isolated = new ConcurrentHashMap<>();

	private final Map<Object, Runnable> discoveries = new ConcurrentHashMap<>();

	private volatile boolean running;

	/**
	 * Create a new {@link HealthIsolation} instance.
	 * @param scope which indicators to answer for, by their paths such as
	 * {@code db/orders}; asked again each time
	 * @param schedules when to ask an indicator, by its path
	 * @param threads where to ask them
	 */
	public HealthIsolation(Predicate<String> scope, Function<String, CheckSchedule> schedules, CheckThreads threads) {
		this.scope = scope;
		this.schedules = schedules;
		this.threads = threads;
	}

	/**
	 * Return a view of a registry in which indicators are isolated.
	 * @param registry the registry
	 * @return the view
	 */
	public HealthContributorRegistry isolate(HealthContributorRegistry registry) {
		discover(registry, () -> isolated("", registry, registry).forEach(HealthIsolation::walk));
		return new IsolatedRegistry(registry, this);
	}

	void discover(Object registry, Runnable discovery) {
		this.discoveries.put(registry, discovery);
	}

	private static void walk(Entry entry) {
		if (entry.contributor() instanceof HealthContributors children) {
			children.forEach(HealthIsolation::walk);
		}
	}

	Stream<Entry> isolated(String parent, HealthContributors contributors, HealthContributors root) {
		return contributors.stream()
			.map((entry) -> new Entry(entry.name(), isolate(parent + entry.name(), entry.contributor(), root)));
	}

	HealthContributor isolate(String path, HealthContributor contributor, HealthContributors root) {
		if (isOurs(contributor)) {
			return contributor;
		}
		if (contributor instanceof CompositeHealthContributor composite) {
			return new IsolatedComposite(path + "/", composite, root);
		}
		return (contributor instanceof HealthIndicator && this.scope.test(path))
				? isolate(path, path, () -> ask(root, path)) : contributor;
	}

	/**
	 * Return what answers for an indicator. It is looked up anew each time it is asked:
	 * adapters are made for each look-up, and another may be registered by its name.
	 * @param key identifies the indicator
	 * @param path the path of the indicator
	 * @param indicator asks the indicator
	 * @return what answers for it
	 */
	IsolatedHealth isolate(String key, String path, Supplier<@Nullable Health> indicator) {
		IsolatedHealth answering = this.isolated.computeIfAbsent(key,
				(created) -> new IsolatedHealth(path, indicator, this.schedules.apply(path), this.threads));
		if (this.running) {
			answering.start();
		}
		return answering;
	}

	private static @Nullable Health ask(HealthContributors root, String path) {
		return (ContributorPath.find(root, path) instanceof HealthIndicator indicator) ? indicator.health(true) : null;
	}

	boolean isInScope(String path) {
		return this.scope.test(path);
	}

	static boolean isOurs(Object contributor) {
		return contributor instanceof AvailabilityStateHealthIndicator || contributor instanceof PingHealthIndicator
				|| contributor instanceof ReadinessHealth || contributor instanceof LivenessHealth;
	}

	/**
	 * An indicator is not registered any more.
	 * @param prefix what the keys of its isolated indicators begin with
	 * @param name its name
	 */
	void forget(String prefix, String name) {
		String key = prefix + name;
		this.isolated.forEach((each, health) -> {
			if ((each.equals(key) || each.startsWith(key + "/")) && this.isolated.remove(each, health)) {
				health.stop();
			}
		});
	}

	@Override
	public void start() {
		this.running = true;
		this.isolated.values().forEach(IsolatedHealth::start);
		this.discoveries.values().forEach(Runnable::run);
	}

	@Override
	public void stop() {
		this.running = false;
		this.isolated.values().forEach(IsolatedHealth::stop);
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	/**
	 * Return that the indicators are asked while the context is paused.
	 */
	@Override
	public boolean isPauseable() {
		return false;
	}

	@Override
	public int getPhase() {
		return Dependencies.PHASE;
	}

	/**
	 * A composite of which each indicator is isolated.
	 */
	private final class IsolatedComposite implements CompositeHealthContributor {

		private final String parent;

		private final CompositeHealthContributor composite;

		private final HealthContributors root;

		IsolatedComposite(String parent, CompositeHealthContributor composite, HealthContributors root) {
			this.parent = parent;
			this.composite = composite;
			this.root = root;
		}

		@Override
		public @Nullable HealthContributor getContributor(String name) {
			HealthContributor contributor = this.composite.getContributor(name);
			return (contributor != null) ? isolate(this.parent + name, contributor, this.root) : null;
		}

		@Override
		public Stream<Entry> stream() {
			return isolated(this.parent, this.composite, this.root);
		}

	}

	/**
	 * The view of a registry.
	 *
	 * @param registry the registry
	 * @param isolation answers for its indicators
	 */
	private record IsolatedRegistry(HealthContributorRegistry registry,
			HealthIsolation isolation) implements HealthContributorRegistry {

		@Override
		public void registerContributor(String name, HealthContributor contributor) {
			this.registry.registerContributor(name, contributor);
		}

		@Override
		public @Nullable HealthContributor unregisterContributor(String name) {
			HealthContributor contributor = this.registry.unregisterContributor(name);
			this.isolation.forget("", name);
			return contributor;
		}

		@Override
		public @Nullable HealthContributor getContributor(String name) {
			HealthContributor contributor = this.registry.getContributor(name);
			return (contributor != null) ? this.isolation.isolate(name, contributor, this.registry) : null;
		}

		@Override
		public Stream<Entry> stream() {
			return this.isolation.isolated("", this.registry, this.registry);
		}

	}

}
