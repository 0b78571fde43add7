package dev.groundwork.sample.rehearsals;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.WaitContainerResultCallback;
import com.github.dockerjava.api.model.Capability;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.startupcheck.StartupCheckStrategy;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The image of {@code auth}, which needs no server, run as a cluster runs it that trusts
 * nobody: with a read-only root file system and without a single capability.
 */
@EnabledIfEnvironmentVariable(named = ServiceImageIT.IMAGE, matches = ".+",
		disabledReason = "dev/verify-containers runs it, with an image that it has built")
class ServiceImageIT {

	static final String IMAGE = "GROUNDWORK_SERVICE_IMAGE";

	private static final int PORT = 8085;

	private static final int GRACE_SECONDS = 20;

	private static final int EXIT_LIMIT_SECONDS = 120;

	@Test
	void becomesReadyWithAReadOnlyRootFileSystemAndNoRights() throws Exception {
		try (GenericContainer<?> auth = readyContainer("")) {
			assertThat(auth.execInContainer("id", "-u").getStdout().strip()).isEqualTo("65532");
			assertThat(auth.execInContainer("touch", "/service/new").getExitCode()).isNotZero();
		}
	}

	@Test
	void startsFromItsArchive() {
		// a JVM that may not start without it
		try (GenericContainer<?> auth = readyContainer("-XX:AOTMode=on -Xlog:class+load")) {
			assertThat(auth.getLogs()).contains("AuthApplication source: shared objects file");
		}
	}

	@Test
	void endsGracefullyOnSigterm() {
		try (GenericContainer<?> auth = readyContainer("")) {
			auth.getDockerClient().stopContainerCmd(auth.getContainerId()).withTimeout(GRACE_SECONDS).exec();
			assertThat(exitCode(auth)).isEqualTo(143);
			assertThat(auth.getLogs()).contains("Graceful shutdown complete");
		}
	}

	@Test
	void brokenContractIsTheExitCodeOfTheContainer() {
		try (GenericContainer<?> auth = container().withStartupCheckStrategy(new MayHaveEnded())) {
			auth.start();
			assertThat(exitCode(auth)).isEqualTo(78);
		}
	}

	private static GenericContainer<?> readyContainer(String javaOptions) {
		GenericContainer<?> auth = container().withEnv(ServiceProcess.SECRETS)
			.withEnv("JDK_JAVA_OPTIONS", javaOptions)
			.withExposedPorts(PORT)
			.waitingFor(Wait.forHttp("/actuator/health/readiness").withStartupTimeout(ServiceProcess.LONGEST_START));
		auth.start();
		return auth;
	}

	private static GenericContainer<?> container() {
		DockerImageName image = DockerImageName.parse(Objects.requireNonNull(System.getenv(IMAGE)));
		return new GenericContainer<>(image).withTmpFs(Map.of("/tmp", "rw"))
			.withCreateContainerCmdModifier((command) -> Objects.requireNonNull(command.getHostConfig())
				.withReadonlyRootfs(true)
				.withCapDrop(Capability.ALL));
	}

	private static int exitCode(GenericContainer<?> container) {
		return container.getDockerClient()
			.waitContainerCmd(container.getContainerId())
			.exec(new WaitContainerResultCallback())
			.awaitStatusCode(EXIT_LIMIT_SECONDS, TimeUnit.SECONDS);
	}

	private static final class MayHaveEnded extends StartupCheckStrategy {

		@Override
		public StartupStatus checkStartupState(DockerClient docker, String container) {
			return StartupStatus.SUCCESSFUL;
		}

	}

}
