package dev.groundwork.sample.rehearsals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What stands in {@code deploy/kubernetes} is what the services say and do, each with the
 * environment that its manifest gives it, its secrets as files.
 */
@TestInstance(Lifecycle.PER_CLASS)
class KubernetesManifestsIT {

	/** Where the services are on Kubernetes; they connect to nothing there. */
	private static final Map<String, String> CLUSTER = Map.of("KUBERNETES_SERVICE_HOST", "10.96.0.1",
			"KUBERNETES_SERVICE_PORT", "443");

	private static final String BROKER_PASSWORD = "br0ker-of-a-rehearsal-4711";

	private final Infrastructure infrastructure = Infrastructure.create();

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private static Path secrets;

	static Stream<DeployedService> services() {
		return DeployedService.all().stream();
	}

	@BeforeAll
	void start() throws IOException {
		Map<String, String> values = new HashMap<>(ServiceProcess.environment(this.infrastructure));
		values.put("RABBITMQ_PASSWORD", BROKER_PASSWORD);
		for (DeployedService service : DeployedService.all()) {
			Path folder = Files.createDirectory(folder(service));
			for (String name : service.settings().secrets().keySet()) {
				String value = values.get(name);
				if (value != null) {
					Files.writeString(folder.resolve(name), value);
				}
			}
		}
		this.infrastructure.start();
		String user = Objects.requireNonNull(KubernetesManifests.sharedSettings().getData().get("RABBITMQ_USERNAME"));
		this.infrastructure.rabbitMq().addUser(user, BROKER_PASSWORD);
		this.infrastructure.rabbitMq().setPermissions("/", user, ".*", ".*", ".*");
	}

	@AfterAll
	void stop() {
		this.infrastructure.close();
	}

	@ParameterizedTest
	@MethodSource("services")
	@Execution(ExecutionMode.CONCURRENT)
	void probesAreThoseThatTheServicePrintsAndNothingIsWrongWithItsSettings(DeployedService service) {
		ServiceRun run = print(service, "--groundwork.mode=plan", "--groundwork.output=kubernetes-probes");
		assertThat(run.exitCode()).as(run.log()).isZero();
		assertThat(run.log()).isEmpty();
		PodSpec printed = KubernetesManifests.patch(run.output()).getSpec().getTemplate().getSpec();
		assertThat(service.pod().getTerminationGracePeriodSeconds())
			.isEqualTo(printed.getTerminationGracePeriodSeconds());
		Container container = service.container();
		assertThat(container).usingRecursiveComparison()
			.comparingOnlyFields("name", "startupProbe", "readinessProbe", "livenessProbe", "lifecycle")
			.isEqualTo(DeployedService.container(printed));
		assertThat(container.getPorts()).filteredOn("name", "http")
			.extracting("containerPort")
			.containsExactly(container.getReadinessProbe().getHttpGet().getPort().getIntVal());
	}

	@ParameterizedTest
	@MethodSource("services")
	@Execution(ExecutionMode.CONCURRENT)
	void settingsAreThoseThatTheServicePrints(DeployedService service) {
		ServiceRun run = print(service, "--groundwork.mode=doctor", "--groundwork.output=secret-yaml");
		assertThat(run.exitCode()).as(run.log()).isZero();
		assertThat(PrintedSettings.file(service.name())).hasContent(run.output());
	}

	@ParameterizedTest
	@MethodSource("services")
	@Execution(ExecutionMode.CONCURRENT)
	void runningServiceAnswersEachProbeWithinItsBudgetAndEndsWithinTheGracePeriod(DeployedService service)
			throws InterruptedException {
		Container container = service.container();
		try (ServiceProcess process = ServiceProcess.start(service.name(), this.infrastructure,
				environment(service, container), servers().toArray(String[]::new))) {
			awaitAnswer(process, container.getStartupProbe());
			process.awaitReady();
			awaitAnswer(process, container.getReadinessProbe());
			awaitAnswer(process, container.getLivenessProbe());
			long preStop = container.getLifecycle().getPreStop().getSleep().getSeconds();
			assertThat(process
				.terminate(Duration.ofSeconds(service.pod().getTerminationGracePeriodSeconds()).minusSeconds(preStop)))
				.as(process::log)
				.isTrue();
		}
	}

	@ParameterizedTest
	@MethodSource("services")
	@Execution(ExecutionMode.CONCURRENT)
	void jobLaysTheGroundworkIfThereIsAnyAndTheRehearsalThenFindsNothingToDo(DeployedService service) {
		service.job().ifPresent((job) -> {
			ServiceRun laid = run(service, job);
			assertThat(laid.exitCode()).as(laid.output() + laid.log()).isZero();
		});
		ServiceRun rehearsed = run(service, service.rehearsal());
		assertThat(rehearsed.exitCode()).as(rehearsed.output() + rehearsed.log()).isZero();
		assertThat(rehearsed.output().contains("Nothing is declared.")).isEqualTo(service.job().isEmpty());
	}

	private ServiceRun print(DeployedService service, String... arguments) {
		Map<String, String> environment = environment(service, service.container());
		environment.putAll(CLUSTER);
		return run(service, environment, List.of(arguments));
	}

	private ServiceRun run(DeployedService service, PodSpec pod) {
		Container container = DeployedService.container(pod);
		List<String> arguments = new ArrayList<>(container.getArgs());
		arguments.addAll(this.infrastructure.properties());
		arguments.addAll(servers());
		return run(service, environment(service, container), arguments);
	}

	private static ServiceRun run(DeployedService service, Map<String, String> environment, List<String> arguments) {
		try (ServiceRun.Started run = ServiceRun.start(service.name(), environment, arguments)) {
			return run.await();
		}
	}

	private static List<String> servers() {
		return List.of("--spring.rabbitmq.host=localhost", "--app.presence.websocket-port=0");
	}

	private static Map<String, String> environment(DeployedService service, Container container) {
		Map<String, String> environment = new HashMap<>();
		container.getEnvFrom().forEach((source) -> {
			ConfigMap settings = KubernetesManifests.sharedSettings();
			assertThat(source.getConfigMapRef().getName()).isEqualTo(settings.getMetadata().getName());
			environment.putAll(settings.getData());
		});
		String mounted = container.getVolumeMounts()
			.stream()
			.filter((mount) -> mount.getName().equals("secrets"))
			.findFirst()
			.orElseThrow()
			.getMountPath();
		container.getEnv()
			.forEach((variable) -> environment.put(variable.getName(),
					variable.getValue().replace(mounted, folder(service).toString())));
		return environment;
	}

	private static Path folder(DeployedService service) {
		return secrets.resolve(service.name());
	}

	private static void awaitAnswer(ServiceProcess process, Probe probe) {
		await().atMost(Duration.ofSeconds((long) probe.getPeriodSeconds() * probe.getFailureThreshold()))
			.untilAsserted(() -> assertThat(
					process.status(probe.getHttpGet().getPath(), Duration.ofSeconds(probe.getTimeoutSeconds())))
				.isEqualTo(200));
	}

}
