package dev.groundwork.readiness;

import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.boot.health.contributor.CompositeReactiveHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthContributor;
import org.springframework.boot.health.contributor.ReactiveHealthContributors;
import org.springframework.boot.health.contributor.ReactiveHealthContributors.Entry;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.boot.health.registry.ReactiveHealthContributorRegistry;

/**
 * {@link HealthIsolation} of reactive health indicators.
 *
 * @since 0.1.0
 */
public final class ReactiveHealthIsolation {

	private static final String KEYS = "reactive:";

	private final HealthIsolation isolation;

	/**
	 * Create a new {@link ReactiveHealthIsolation} instance.
	 * @param isolation answers for the indicators
	 */
	public ReactiveHealthIsolation(HealthIsolation isolation) {
		this.isolation = isolation;
	}

	/**
	 * Return a view of a registry in which indicators are isolated.
	 * @param registry the registry
	 * @return the view
	 */
	public ReactiveHealthContributorRegistry isolate(ReactiveHealthContributorRegistry registry) {
		this.isolation.discover(registry, () -> isolated("", registry, registry).forEach(this::walk));
		return new IsolatedRegistry(registry, this);
	}

	private void walk(Entry entry) {
		if (entry.contributor() instanceof ReactiveHealthContributors children) {
			children.forEach(this::walk);
		}
	}

	private Stream<Entry> isolated(String parent, ReactiveHealthContributors contributors,
			ReactiveHealthContributors root) {
		return contributors.stream()
			.map((entry) -> new Entry(entry.name(), isolate(parent + entry.name(), entry.contributor(), root)));
	}

	private ReactiveHealthContributor isolate(String path, ReactiveHealthContributor contributor,
			ReactiveHealthContributors root) {
		if (contributor instanceof CompositeReactiveHealthContributor composite) {
			return new IsolatedComposite(path + "/", composite, root);
		}
		if (contributor instanceof ReactiveHealthIndicator && !HealthIsolation.isOurs(contributor)
				&& this.isolation.isInScope(path)) {
			IsolatedHealth health = this.isolation.isolate(KEYS + path, path, () -> ask(root, path));
			return (ReactiveHealthIndicator) () -> Mono.fromSupplier(health::health);
		}
		return contributor;
	}

	private static @Nullable Health ask(ReactiveHealthContributors root, String path) {
		ReactiveHealthContributors parent = root;
		ReactiveHealthContributor found = null;
		for (String element : path.split("/")) {
			found = (parent != null) ? parent.getContributor(element) : null;
			parent = (found instanceof ReactiveHealthContributors children) ? children : null;
		}
		// Blocks a thread of our own, which counts as hung if it takes too long
		return (found instanceof ReactiveHealthIndicator indicator) ? indicator.health(true).block() : null;
	}

	/**
	 * A composite of which each indicator is isolated.
	 */
	private final class IsolatedComposite implements CompositeReactiveHealthContributor {

		private final String parent;

		private final CompositeReactiveHealthContributor composite;

		private final ReactiveHealthContributors root;

		IsolatedComposite(String parent, CompositeReactiveHealthContributor composite,
				ReactiveHealthContributors root) {
			this.parent = parent;
			this.composite = composite;
			this.root = root;
		}

		@Override
		public @Nullable ReactiveHealthContributor getContributor(String name) {
			ReactiveHealthContributor contributor = this.composite.getContributor(name);
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
	 * @param view answers for its indicators
	 */
	private record IsolatedRegistry(ReactiveHealthContributorRegistry registry,
			ReactiveHealthIsolation view) implements ReactiveHealthContributorRegistry {

		@Override
		public void registerContributor(String name, ReactiveHealthContributor contributor) {
			this.registry.registerContributor(name, contributor);
		}

		@Override
		public @Nullable ReactiveHealthContributor unregisterContributor(String name) {
			ReactiveHealthContributor contributor = this.registry.unregisterContributor(name);
			this.view.isolation.forget(KEYS, name);
			return contributor;
		}

		@Override
		public @Nullable ReactiveHealthContributor getContributor(String name) {
			ReactiveHealthContributor contributor = this.registry.getContributor(name);
			return (contributor != null) ? this.view.isolate(name, contributor, this.registry) : null;
		}

		@Override
		public Stream<Entry> stream() {
			return this.view.isolated("", this.registry, this.registry);
		}

	}

}
