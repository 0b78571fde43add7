package dev.groundwork.test;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

import dev.groundwork.readiness.DependencyPolicy;
import dev.groundwork.readiness.DependencyStatus;
import dev.groundwork.readiness.GateState;
import dev.groundwork.readiness.ReadinessState;
import dev.groundwork.test.ObservedStart.Dependency;
import dev.groundwork.test.ObservedStart.Gate;
import dev.groundwork.test.ObservedStart.ProvisionedResource;
import org.assertj.core.api.AbstractAssert;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about the gates, dependencies and provisioned resources of an application.
 * Each looks once, unless {@link #within(Duration)} gives it time. A failure shows all
 * that was seen at last.
 *
 * @since 0.1.0
 * @see GroundworkAssertions
 */
public final class GroundworkAssert extends AbstractAssert<GroundworkAssert, Object> {

	private static final Duration INTERVAL = Duration.ofMillis(50);

	private final StartSource source;

	private final Duration limit;

	GroundworkAssert(StartSource source) {
		this(source, Duration.ZERO);
	}

	private GroundworkAssert(StartSource source, Duration limit) {
		super(source, GroundworkAssert.class);
		this.source = source;
		this.limit = limit;
	}

	/**
	 * Give time to each of the assertions that follow: they look again until they are
	 * met.
	 * @param limit how long each of them may take at most
	 * @return an assertion with this limit
	 */
	public GroundworkAssert within(Duration limit) {
		return new GroundworkAssert(this.source, limit);
	}

	/**
	 * Verify that the application takes requests, be it degraded.
	 * @return this
	 */
	public GroundworkAssert isReady() {
		return requires("to be ready", (start) -> start.state().isReady());
	}

	/**
	 * Verify that the application takes no requests, for whatever reason.
	 * @return this
	 */
	public GroundworkAssert isNotReady() {
		return requires("not to be ready", (start) -> !start.state().isReady());
	}

	/**
	 * Verify whether the application takes requests, and why not.
	 * @param state the state
	 * @return this
	 */
	public GroundworkAssert hasState(ReadinessState state) {
		return requires("to be " + state, (start) -> start.state() == state);
	}

	/**
	 * Verify that a gate is open.
	 * @param gate the name of the gate or the start-up task
	 * @return this
	 */
	public GroundworkAssert hasOpenGate(String gate) {
		return hasGate(gate, GateState.OPEN);
	}

	/**
	 * Verify the state of a gate.
	 * @param gate the name of the gate or the start-up task
	 * @param state its state
	 * @return this
	 */
	public GroundworkAssert hasGate(String gate, GateState state) {
		return requires("to have gate '%s' %s".formatted(gate, state),
				(start) -> start.gates()
					.stream()
					.anyMatch((each) -> each.name().equals(gate) && each.state() == state));
	}

	/**
	 * Verify the status of a dependency.
	 * @param dependency the name of the dependency
	 * @param status its status
	 * @return this
	 */
	public GroundworkAssert hasDependency(String dependency, DependencyStatus status) {
		return hasDependency("to have dependency '%s' %s".formatted(dependency, status), dependency,
				(each) -> each.status() == status);
	}

	/**
	 * Verify the status of a dependency, and what its loss means.
	 * @param dependency the name of the dependency
	 * @param status its status
	 * @param policy its policy
	 * @return this
	 */
	public GroundworkAssert hasDependency(String dependency, DependencyStatus status, DependencyPolicy policy) {
		return hasDependency("to have dependency '%s' %s with policy %s".formatted(dependency, status, policy),
				dependency, (each) -> each.status() == status && each.policy() == policy);
	}

	private GroundworkAssert hasDependency(String expectation, String dependency, Predicate<Dependency> condition) {
		return requires(expectation,
				(start) -> start.dependencies()
					.stream()
					.anyMatch((each) -> each.name().equals(dependency) && condition.test(each)));
	}

	/**
	 * Verify that resources exist as declared, created by this start or before it.
	 * @param kind the kind of resource, such as {@code queue} or {@code index}
	 * @param names the names of the resources
	 * @return this
	 */
	public GroundworkAssert hasProvisioned(String kind, String... names) {
		return hasResources("to have provisioned", kind, names, ProvisionedResource::exists);
	}

	/**
	 * Verify that this start created, updated or migrated resources.
	 * @param kind the kind of resource, such as {@code queue} or {@code index}
	 * @param names the names of the resources
	 * @return this
	 */
	public GroundworkAssert hasChanged(String kind, String... names) {
		return hasResources("to have changed", kind, names, (resource) -> resource.exists() && resource.changed());
	}

	private GroundworkAssert hasResources(String expectation, String kind, String[] names,
			Predicate<ProvisionedResource> condition) {
		return requires("%s %s %s".formatted(expectation, kind, Arrays.toString(names)),
				(start) -> Arrays.stream(names)
					.allMatch((name) -> start.resources()
						.stream()
						.anyMatch((resource) -> resource.kind().equals(kind) && resource.name().equals(name)
								&& condition.test(resource))));
	}

	/**
	 * Verify that something was provisioned and that this start changed nothing about it:
	 * it was all there, as a second start has to find it.
	 * @return this
	 */
	public GroundworkAssert hasChangedNothing() {
		return requires("to have found everything as declared", (start) -> !start.resources().isEmpty()
				&& start.resources().stream().noneMatch(ProvisionedResource::changed));
	}

	/**
	 * Verify that a rule is broken by the configuration.
	 * @param rule the name of the rule
	 * @param property the property that breaks it
	 * @return this
	 */
	public GroundworkAssert hasFinding(String rule, String property) {
		return requires("to have finding '%s' about '%s'".formatted(rule, property),
				(start) -> start.findings()
					.stream()
					.anyMatch((finding) -> finding.rule().equals(rule) && finding.property().equals(property)));
	}

	/**
	 * Verify that the configuration breaks no rule, not even one that only warns.
	 * @return this
	 */
	public GroundworkAssert hasNoFindings() {
		return requires("to have no findings", (start) -> start.findings().isEmpty());
	}

	/**
	 * Verify that the application did not take requests before a gate was open. It is
	 * fine if it never took any.
	 * @param gate the name of the gate or the start-up task
	 * @return this
	 */
	public GroundworkAssert neverReadyBefore(String gate) {
		ObservedStart start = this.source.look().orElse(null);
		Gate found = (start != null)
				? start.gates().stream().filter((each) -> each.name().equals(gate)).findFirst().orElse(null) : null;
		if (found == null) {
			throw unmet("gate '%s' to exist".formatted(gate), start);
		}
		return neverReadyBefore("gate '%s' was open".formatted(gate), found.opened());
	}

	/**
	 * Verify that the application did not take requests before an event was published. It
	 * is fine if it never took any.
	 * @param event the type of the event or of its payload, or a supertype
	 * @return this
	 */
	public GroundworkAssert neverReadyBefore(Class<?> event) {
		return neverReadyBefore(event.getSimpleName() + " was published", recording().published(event).orElse(null));
	}

	/**
	 * Verify that the application did not take requests before a moment. It is fine if it
	 * never took any.
	 * @param moment the moment
	 * @return this
	 */
	public GroundworkAssert neverReadyBefore(Instant moment) {
		return neverReadyBefore(moment.toString(), moment);
	}

	private GroundworkAssert neverReadyBefore(String what, @Nullable Instant moment) {
		Instant ready = recording().ready();
		if (ready == null || (moment != null && !ready.isBefore(moment))) {
			return this;
		}
		String difference = (moment != null) ? "%d ms before that".formatted(Duration.between(ready, moment).toMillis())
				: "and that never happened";
		throw failure("%nExpecting%n  %s%nnever to be ready before%n  %s%nbut it was ready at %s, %s", this.source,
				what, ready, difference);
	}

	private ReadinessRecording recording() {
		return this.source.recording()
			.orElseThrow(
					() -> failure(
							"Nothing was recorded of the start of %s: start it through "
									+ "SpringApplication, or with withInitializer(new ReadinessRecorder())",
							this.source));
	}

	private GroundworkAssert requires(String expectation, Predicate<ObservedStart> condition) {
		AtomicReference<@Nullable ObservedStart> last = new AtomicReference<>();
		if (!isMet(condition, last) && !isMetInTime(condition, last)) {
			throw unmet(expectation, last.get());
		}
		return this;
	}

	private boolean isMet(Predicate<ObservedStart> condition, AtomicReference<@Nullable ObservedStart> last) {
		Optional<ObservedStart> start = this.source.look();
		start.ifPresent(last::set);
		return start.filter(condition).isPresent();
	}

	private boolean isMetInTime(Predicate<ObservedStart> condition, AtomicReference<@Nullable ObservedStart> last) {
		if (this.limit.compareTo(INTERVAL) <= 0) {
			return false;
		}
		try {
			Awaitility.await().atMost(this.limit).pollInterval(INTERVAL).until(() -> isMet(condition, last));
			return true;
		}
		catch (ConditionTimeoutException ex) {
			return false;
		}
	}

	private AssertionError unmet(String expectation, @Nullable ObservedStart seen) {
		String time = this.limit.isZero() ? "" : " within " + this.limit;
		return failure("%nExpecting%n  %s%n%s%s, but %s", this.source, expectation, time, (seen != null)
				? "found%n%s".formatted(seen)
				: "it has no report: Groundwork is not part of it, or its endpoint 'groundwork' is not exposed");
	}

}
