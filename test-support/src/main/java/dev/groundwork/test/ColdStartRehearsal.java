package dev.groundwork.test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Rehearses what happens to an application with a web server when it is deployed: its
 * infrastructure is late or goes away, it is started again, or in several replicas at
 * once. The application runs in JVMs of its own; what it needs is behind
 * {@linkplain FaultProxy fault proxies}. <pre class="code">
 * private final ColdStartRehearsal rehearsal = ColdStartRehearsal.of(OrdersApplication.class)
 *     .withProperties("spring.rabbitmq.port=" + rabbitMq.getPort())
 *     .withInfrastructure(rabbitMq);
 *
 * &#064;Test
 * void waitsForTheBroker() {
 *     this.rehearsal.infrastructureIsLate();
 * }
 * </pre> Each rehearsal ends with the infrastructure restored and every process ended.
 * Immutable.
 *
 * @since 0.1.0
 */
public final class ColdStartRehearsal {

	private static final Duration DEFAULT_LIMIT = Duration.ofMinutes(2);

	private final Class<?> application;

	private final List<String> properties;

	private final Map<String, String> environment;

	private final List<FaultProxy> infrastructure;

	private final Duration limit;

	private ColdStartRehearsal(Class<?> application, List<String> properties, Map<String, String> environment,
			List<FaultProxy> infrastructure, Duration limit) {
		this.application = application;
		this.properties = List.copyOf(properties);
		this.environment = Map.copyOf(environment);
		this.infrastructure = List.copyOf(infrastructure);
		this.limit = limit;
	}

	/**
	 * Create a rehearsal.
	 * @param application the class with the {@code main} method
	 * @return the rehearsal
	 */
	public static ColdStartRehearsal of(Class<?> application) {
		return new ColdStartRehearsal(application, List.of("groundwork.contract.production=false"), Map.of(), List.of(),
				DEFAULT_LIMIT);
	}

	/**
	 * Set properties of the application.
	 * @param more the properties, each in the form {@code name=value}
	 * @return a rehearsal with these properties too
	 */
	public ColdStartRehearsal withProperties(String... more) {
		return new ColdStartRehearsal(this.application, concat(this.properties, List.of(more)), this.environment,
				this.infrastructure, this.limit);
	}

	/**
	 * Set an environment variable of the application, such as one that holds a secret.
	 * @param name the name of the variable
	 * @param value its value
	 * @return a rehearsal with this variable too
	 */
	public ColdStartRehearsal withEnvironment(String name, String value) {
		Map<String, String> all = new HashMap<>(this.environment);
		all.put(name, value);
		return new ColdStartRehearsal(this.application, this.properties, all, this.infrastructure, this.limit);
	}

	/**
	 * Name the infrastructure that is late, or goes away.
	 * @param more what stands before it; the properties have to lead there
	 * @return a rehearsal with this infrastructure too
	 */
	public ColdStartRehearsal withInfrastructure(FaultProxy... more) {
		return new ColdStartRehearsal(this.application, this.properties, this.environment,
				concat(this.infrastructure, List.of(more)), this.limit);
	}

	/**
	 * Limit how long each step may take, such as from a start to readiness; two minutes
	 * by default.
	 * @param atMost the limit
	 * @return a rehearsal with this limit
	 */
	public ColdStartRehearsal withLimit(Duration atMost) {
		return new ColdStartRehearsal(this.application, this.properties, this.environment, this.infrastructure, atMost);
	}

	private static <T> List<T> concat(List<T> some, List<T> more) {
		return Stream.concat(some.stream(), more.stream()).toList();
	}

	/**
	 * Start the application.
	 * @param more more properties, each in the form {@code name=value}
	 * @return the process, to be closed by the caller
	 */
	public ApplicationProcess start(String... more) {
		return ApplicationProcess.start(this.application, concat(this.properties, Arrays.asList(more)),
				this.environment);
	}

	/**
	 * Start the application before its infrastructure: it has to be live and not ready
	 * until the infrastructure is there, and ready soon after.
	 * @throws AssertionError if it is not, with the end of its log
	 */
	public void infrastructureIsLate() {
		rehearse(() -> {
			refuse();
			try (ApplicationProcess process = start()) {
				process.awaitLive(this.limit);
				requireNotReady(process, "although its infrastructure was not there");
				restore();
				process.awaitReady(this.limit);
			}
		});
	}

	/**
	 * Take the infrastructure away from an application that is ready: it has to notice,
	 * stay live and be as before when the infrastructure is back.
	 * @throws AssertionError if it does not, with the end of its log
	 */
	public void infrastructureGoesAway() {
		rehearse(() -> {
			try (ApplicationProcess process = start()) {
				process.await("be ready and have what it depends on", this.limit, () -> isInState(process, "READY"));
				refuse();
				process.await("notice that its infrastructure is gone", this.limit, () -> !isInState(process, "READY"));
				requireLive(process);
				restore();
				process.await("be as before when its infrastructure was back", this.limit,
						() -> isInState(process, "READY"));
			}
		});
	}

	/**
	 * Start the application, shut it down and start it again: the second start has to
	 * find everything as declared.
	 * @throws AssertionError if it changes something, with the end of its log
	 */
	public void secondStartChangesNothing() {
		rehearse(() -> {
			try (ApplicationProcess first = start()) {
				first.awaitReady(this.limit);
				first.stop(this.limit);
			}
			try (ApplicationProcess second = start()) {
				second.awaitReady(this.limit);
				ObservedStart seen = observe(second);
				if (seen.resources().isEmpty()) {
					throw second.failure("has nothing to provision");
				}
				if (seen.resources().stream().anyMatch(ObservedStart.ProvisionedResource::changed)) {
					throw second.failure("changed something when it was started again");
				}
			}
		});
	}

	/**
	 * Start replicas at once, without waiting for each other: all have to be ready.
	 * @param count how many
	 * @throws AssertionError if one is not, with the end of its log
	 */
	public void replicasStartAtOnce(int count) {
		rehearse(() -> {
			List<ApplicationProcess> replicas = new ArrayList<>();
			try {
				for (int i = 0; i < count; i++) {
					replicas.add(start());
				}
				replicas.forEach((replica) -> replica.awaitReady(this.limit));
				replicas.forEach((replica) -> replica.requireRunning("after it was ready"));
			}
			finally {
				replicas.forEach(ApplicationProcess::close);
			}
		});
	}

	private void rehearse(Runnable steps) {
		restore();
		try {
			steps.run();
		}
		finally {
			restore();
		}
	}

	private void refuse() {
		if (this.infrastructure.isEmpty()) {
			throw new IllegalStateException("Name the infrastructure by withInfrastructure(…) first");
		}
		this.infrastructure.forEach(FaultProxy::refuse);
	}

	private void restore() {
		this.infrastructure.forEach(FaultProxy::restore);
	}

	private static void requireNotReady(ApplicationProcess process, String why) {
		if (process.getProbe().isReady()) {
			throw process.failure("was ready " + why);
		}
	}

	private static void requireLive(ApplicationProcess process) {
		process.requireRunning("when its infrastructure went away");
		if (!process.getProbe().isLive()) {
			throw process.failure("was not live any more when its infrastructure went away");
		}
	}

	private static boolean isInState(ApplicationProcess process, String state) {
		String report = process.getProbe().report();
		return !report.isEmpty() && ObservedStart.of(JsonObject.parse(report)).state().name().equals(state);
	}

	private static ObservedStart observe(ApplicationProcess process) {
		return ObservedStart.of(JsonObject.parse(process.getProbe().report()));
	}

}
