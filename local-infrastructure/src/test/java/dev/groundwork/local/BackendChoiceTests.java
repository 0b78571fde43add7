package dev.groundwork.local;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link BackendChoice}.
 */
class BackendChoiceTests {

	@Test
	void whenDockerHasNoObstacleIsDocker() {
		BackendChoice choice = make("auto", Optional::empty);
		assertThat(choice.backend()).isInstanceOf(ContainerBackend.class);
		assertThat(choice.reason()).isEqualTo("Docker answers and has the images");
	}

	@Test
	void serversWithTheSameBackEndAreDescribedTogether() {
		BackendChoice docker = make("auto", Optional::empty);
		BackendChoice process = new BackendChoice(new NamedBackend(), "it cannot be pulled");
		Map<ServerImage, BackendChoice> choices = new EnumMap<>(Map.of(ServerImage.RABBITMQ, docker,
				ServerImage.ELASTICSEARCH, docker, ServerImage.POSTGRESQL, process));
		assertThat(BackendChoice.describe(choices)).isEqualTo("Testcontainers: rabbitmq:4-management, "
				+ "elasticsearch:9.2.2, because Docker answers and has the images; "
				+ "processes: PostgreSQL 17, because it cannot be pulled");
	}

	@Test
	void whenDockerHasAnObstacleIsProcessesBecauseOfIt() {
		BackendChoice choice = BackendChoice.make((name) -> null, () -> Optional.of("Docker does not answer"));
		assertThat(choice.backend()).isInstanceOf(ProcessBackend.class);
		assertThat(choice.reason()).isEqualTo("Docker does not answer");
	}

	@Test
	void whenProcessesAreForcedDoesNotAskDocker() {
		BackendChoice choice = make("process", () -> {
			throw new AssertionError("Docker was asked");
		});
		assertThat(choice.backend()).isInstanceOf(ProcessBackend.class);
	}

	@Test
	void whenDockerIsForcedAndHasAnObstacleFails() {
		assertThatExceptionOfType(LocalServerException.class)
			.isThrownBy(() -> make("docker", () -> Optional.of("Docker does not answer")))
			.withMessage("GROUNDWORK_LOCAL_INFRASTRUCTURE is 'docker', but Docker does not answer: "
					+ "start Docker, or set it to process and run dev/setup");
	}

	@Test
	void unknownSettingIsRefusedWithTheKnownOnes() {
		assertThatExceptionOfType(LocalServerException.class).isThrownBy(() -> make("podman", Optional::empty))
			.withMessage("GROUNDWORK_LOCAL_INFRASTRUCTURE is 'podman': set it to process, docker or auto");
	}

	private static BackendChoice make(String setting, Supplier<Optional<String>> dockerObstacle) {
		return BackendChoice.make(Map.of("GROUNDWORK_LOCAL_INFRASTRUCTURE", setting)::get, dockerObstacle);
	}

	/**
	 * Processes on a machine that need not have them.
	 */
	private record NamedBackend() implements Backend {

		@Override
		public LocalRabbitMq rabbitMq(int port) {
			throw new UnsupportedOperationException();
		}

		@Override
		public LocalElasticsearch elasticsearch(int port) {
			throw new UnsupportedOperationException();
		}

		@Override
		public LocalPostgreSql postgreSql(int port) {
			throw new UnsupportedOperationException();
		}

		@Override
		public String name() {
			return "processes";
		}

		@Override
		public String describe(ServerImage server) {
			return "PostgreSQL " + server.version();
		}

	}

}
