package dev.groundwork.sample.rehearsals;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentSpec;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPath;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Tests for the files in {@code deploy/kubernetes}.
 */
class KubernetesManifestsTests {

	private static final Path SERVICES = Path.of("..");

	static Stream<Path> manifests() {
		return KubernetesManifests.files().stream().filter((file) -> !KubernetesManifests.isKustomization(file));
	}

	static Stream<Path> kustomizations() {
		return KubernetesManifests.files().stream().filter(KubernetesManifests::isKustomization);
	}

	static Stream<Path> overlays() throws IOException {
		try (Stream<Path> overlays = Files.list(KubernetesManifests.FOLDER.resolve("overlays"))) {
			return overlays.toList().stream();
		}
	}

	static Stream<DeployedService> services() {
		return DeployedService.all().stream();
	}

	@ParameterizedTest
	@MethodSource("manifests")
	void manifestHasNoFieldThatKubernetesDoesNotKnow(Path file) {
		assertThat(KubernetesManifests.resources(file)).isNotEmpty();
	}

	@Test
	void misspelledFieldIsFound() {
		assertThatIllegalArgumentException().isThrownBy(() -> KubernetesManifests.resources("""
				apiVersion: apps/v1
				kind: Deployment
				spec: { minReadySecond: 3 }
				""")).withMessageContaining("minReadySecond");
	}

	@ParameterizedTest
	@MethodSource("kustomizations")
	void everyFileIsListedAndEveryListedFileIsThere(Path file) throws IOException {
		Path folder = Objects.requireNonNull(file.getParent());
		Set<Path> listed = new TreeSet<>();
		for (JsonNode resource : KubernetesManifests.kustomization(folder).path("resources")) {
			Path path = folder.resolve(resource.asText());
			assertThat(Files.isDirectory(path) ? path.resolve(KubernetesManifests.KUSTOMIZATION) : path).exists();
			listed.add(path);
		}
		try (Stream<Path> files = Files.list(folder)) {
			assertThat(
					files.filter(Files::isRegularFile).filter((found) -> !KubernetesManifests.isKustomization(found)))
				.allMatch(listed::contains);
		}
	}

	@Test
	void everySampleServiceHasADeployment() throws IOException {
		try (Stream<Path> folders = Files.list(SERVICES)) {
			assertThat(services()).extracting(DeployedService::name)
				.containsExactlyInAnyOrderElementsOf(
						folders.filter((folder) -> Files.exists(folder.resolve("src/main/resources/application.yml")))
							.map((folder) -> folder.getFileName().toString())
							.toList());
		}
	}

	@ParameterizedTest
	@MethodSource("overlays")
	void overlayNamesImageAndReplicasOfEveryService(Path folder) {
		JsonNode overlay = KubernetesManifests.kustomization(folder);
		assertThat(overlay.path("images").findValuesAsText("name"))
			.containsExactlyInAnyOrderElementsOf(services().map((service) -> service.container().getImage()).toList());
		assertThat(overlay.path("replicas").findValuesAsText("name"))
			.containsExactlyInAnyOrderElementsOf(services().map(DeployedService::name).toList());
	}

	@ParameterizedTest
	@MethodSource("services")
	void rollOutNeverHasFewerPodsAndGivesUpOnlyAfterTheStartUpProbe(DeployedService service) {
		DeploymentSpec spec = service.deployment().getSpec();
		assertThat(spec.getReplicas()).isGreaterThan(1);
		assertThat(spec.getStrategy().getRollingUpdate().getMaxUnavailable().getIntVal()).isZero();
		Probe startup = service.container().getStartupProbe();
		assertThat(spec.getProgressDeadlineSeconds())
			.isGreaterThan(startup.getPeriodSeconds() * startup.getFailureThreshold() + spec.getMinReadySeconds());
		assertThat(spec.getMinReadySeconds()).isPositive();
	}

	@ParameterizedTest
	@MethodSource("services")
	void selectorsFindThePodsStableAndCanaryAlike(DeployedService service) {
		Map<String, String> labels = service.template().getMetadata().getLabels();
		assertThat(labels).containsEntry("track", "stable")
			.containsAllEntriesOf(service.deployment().getSpec().getSelector().getMatchLabels());
		Map<String, String> name = Map.of("app.kubernetes.io/name", service.name());
		assertThat(labels).containsAllEntriesOf(name);
		assertThat(service.service().getSpec().getSelector()).isEqualTo(name);
		assertThat(service.disruptionBudget().getSpec().getSelector().getMatchLabels()).isEqualTo(name);
		assertThat(service.pod().getTopologySpreadConstraints())
			.allSatisfy((constraint) -> assertThat(constraint.getLabelSelector().getMatchLabels()).isEqualTo(name));
	}

	@ParameterizedTest
	@MethodSource("services")
	void serviceLeadsToEveryPortOfItsPods(DeployedService service) {
		assertThat(service.service().getSpec().getPorts()).extracting(ServicePort::getName, ServicePort::getPort)
			.containsExactlyElementsOf(service.container()
				.getPorts()
				.stream()
				.map((port) -> tuple(port.getName(), port.getContainerPort()))
				.toList());
		assertThat(service.service().getSpec().getPorts())
			.allSatisfy((port) -> assertThat(port.getTargetPort().getStrVal()).isEqualTo(port.getName()));
	}

	@ParameterizedTest
	@MethodSource("services")
	void jobsRunWhatTheDeploymentRuns(DeployedService service) {
		Stream.concat(service.job().stream(), Stream.of(service.rehearsal())).forEach((pod) -> {
			assertThat(pod).usingRecursiveComparison()
				.comparingOnlyFields("automountServiceAccountToken", "enableServiceLinks", "securityContext", "volumes")
				.isEqualTo(service.pod());
			assertThat(DeployedService.container(pod)).usingRecursiveComparison()
				.comparingOnlyFields("name", "image", "env", "envFrom", "resources", "securityContext", "volumeMounts")
				.isEqualTo(service.container());
		});
	}

	@ParameterizedTest
	@MethodSource("services")
	void secretsAreFilesAndThoseThatTheSettingsFill(DeployedService service) {
		assertThat(service.pod().getVolumes()).filteredOn("name", "secrets")
			.extracting("secret.secretName")
			.containsExactly(service.name() + "-secrets");
		assertThat(KubernetesManifests.resources(PrintedSettings.file(service.name()))).extracting("metadata.name")
			.contains(service.name() + "-secrets");
		assertThat(service.container().getEnv()).filteredOn("name", "SPRING_CONFIG_IMPORT")
			.extracting("value")
			.containsExactly("configtree:/etc/secrets/");
		assertThat(service.container().getEnv()).extracting("valueFrom").containsOnlyNulls();
		assertThat(service.container().getEnvFrom()).allMatch((source) -> source.getSecretRef() == null);
	}

	@ParameterizedTest
	@MethodSource("services")
	void serviceGetsTheSharedSettingsIfItReadsOneOfThem(DeployedService service) {
		Set<String> shared = KubernetesManifests.sharedSettings().getData().keySet();
		List<String> given = service.container()
			.getEnvFrom()
			.stream()
			.map((source) -> source.getConfigMapRef().getName())
			.toList();
		assertThat(given).isEqualTo(service.settings().settings().keySet().stream().anyMatch(shared::contains)
				? List.of(KubernetesManifests.sharedSettings().getMetadata().getName()) : List.of());
	}

	@Test
	void everySharedSettingIsReadByAService() {
		assertThat(services().flatMap((service) -> service.settings().settings().keySet().stream()))
			.containsAll(KubernetesManifests.sharedSettings().getData().keySet());
	}

	@Test
	void gatewayFindsEveryServiceAtItsNameAndPort() {
		List<URI> addresses = PrintedSettings.of("gateway").settings().values().stream().map(URI::create).toList();
		assertThat(addresses).extracting(URI::getHost)
			.containsOnly(services().map(DeployedService::name)
				.filter((name) -> !name.equals("gateway"))
				.toArray(String[]::new));
		assertThat(addresses).allSatisfy((address) -> {
			Service service = services().filter((candidate) -> candidate.name().equals(address.getHost()))
				.findFirst()
				.orElseThrow()
				.service();
			assertThat(service.getSpec().getPorts()).filteredOn("port", address.getPort())
				.extracting(ServicePort::getName)
				.containsExactly(address.getScheme().equals("ws") ? "websocket" : "http");
		});
	}

	@Test
	void onlyTheGatewayIsReachedFromOutside() {
		assertThat(services()).extracting(DeployedService::service)
			.extracting((service) -> service.getSpec().getType())
			.containsOnlyNulls();
		List<HTTPIngressPath> paths = KubernetesManifests.resources()
			.stream()
			.filter(Ingress.class::isInstance)
			.flatMap((ingress) -> ((Ingress) ingress).getSpec().getRules().stream())
			.flatMap((rule) -> rule.getHttp().getPaths().stream())
			.toList();
		assertThat(paths).singleElement()
			.extracting("path", "pathType", "backend.service.name", "backend.service.port.name")
			.containsExactly("/", "Prefix", "gateway", "http");
	}

	@ParameterizedTest
	@MethodSource("manifests")
	void podsHaveNoRightThatTheyDoNotNeed(Path file) {
		for (PodSpec pod : pods(file)) {
			assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
			assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
			assertThat(pod.getAutomountServiceAccountToken()).isFalse();
			Container container = pod.getContainers().get(0);
			assertThat(container.getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
			assertThat(container.getSecurityContext().getAllowPrivilegeEscalation()).isFalse();
			assertThat(container.getSecurityContext().getCapabilities().getDrop()).containsExactly("ALL");
			assertThat(container.getResources().getLimits()).containsKeys("cpu", "memory");
			assertThat(container.getVolumeMounts()).extracting("mountPath").contains("/tmp", "/etc/secrets");
		}
	}

	private static List<PodSpec> pods(Path file) {
		return KubernetesManifests.resources(file).stream().flatMap(KubernetesManifestsTests::pod).toList();
	}

	private static Stream<PodSpec> pod(HasMetadata resource) {
		if (resource instanceof Deployment deployment) {
			return Stream.of(deployment.getSpec().getTemplate().getSpec());
		}
		if (resource instanceof Job job) {
			return Stream.of(job.getSpec().getTemplate().getSpec());
		}
		if (resource instanceof CronJob cronJob) {
			return Stream.of(cronJob.getSpec().getJobTemplate().getSpec().getTemplate().getSpec());
		}
		return Stream.empty();
	}

}
