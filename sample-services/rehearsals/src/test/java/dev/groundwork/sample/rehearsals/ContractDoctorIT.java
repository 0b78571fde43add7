package dev.groundwork.sample.rehearsals;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The jar of a service looks at its own configuration and ends, without its servers.
 */
class ContractDoctorIT {

	@ParameterizedTest
	@ValueSource(strings = { "documents", "search", "presence", "notifications", "auth", "gateway" })
	void environmentExampleInTheRepositoryIsThatOfTheService(String service) throws IOException {
		Path example = Path.of("..", service, ".env.example");
		ServiceRun run = ServiceRun.of(service, List.of(), "--groundwork.mode=doctor", "--groundwork.output=env");
		assertThat(run.exitCode()).as(run.log()).isZero();
		assertThat(example)
			.as("renew it: java -jar sample-services/%1$s/target/%1$s.jar --groundwork.mode=doctor"
					+ " --groundwork.output=env >sample-services/%1$s/.env.example", service)
			.hasContent(run.output());
		assertThat(Files.readString(example)).endsWith("\n");
	}

	@ParameterizedTest
	@ValueSource(strings = { "documents", "search", "presence", "notifications", "auth", "gateway" })
	void configurationOfTheSamplesIsInOrder(String service) {
		ServiceRun run = ServiceRun.of(service, List.of(), "--groundwork.mode=doctor");
		assertThat(run.exitCode()).as(run.output() + run.log()).isZero();
		assertThat(run.log()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "text", "json", "env", "secret-yaml" })
	void noConnectionIsAttempted(String output) throws IOException {
		try (CountingServer server = new CountingServer()) {
			ServiceRun run = ServiceRun.of("search", server.properties(), "--groundwork.mode=doctor",
					"--groundwork.output=" + output);
			assertThat(run.exitCode()).as(run.output() + run.log()).isZero();
			assertThat(server.connections).hasValue(0);
		}
	}

	@Test
	void noConnectionIsAttemptedWhereTheContractIsBroken() throws IOException {
		try (CountingServer server = new CountingServer()) {
			ServiceRun run = ServiceRun.of("search", server.properties(), "--groundwork.mode=doctor",
					"--spring.elasticsearch.username=search");
			assertThat(run.exitCode()).as(run.output() + run.log()).isEqualTo(78);
			assertThat(run.output()).contains("ELASTICSEARCH_PASSWORD");
			assertThat(server.connections).hasValue(0);
		}
	}

	@Test
	void planWouldHaveConnected() throws IOException {
		try (CountingServer server = new CountingServer()) {
			ServiceRun.of("search", server.properties(), "--groundwork.mode=plan");
			assertThat(server.connections).hasPositiveValue();
		}
	}

	/**
	 * A server that counts who comes, and closes the connection.
	 */
	private static final class CountingServer implements AutoCloseable {

		private final AtomicInteger connections = new AtomicInteger();

		private final ServerSocket socket;

		CountingServer() throws IOException {
			this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
			Thread thread = new Thread(this::accept, "counting-server");
			thread.setDaemon(true);
			thread.start();
		}

		private void accept() {
			try {
				while (!this.socket.isClosed()) {
					this.socket.accept().close();
					this.connections.incrementAndGet();
				}
			}
			catch (IOException ex) {
				// closed
			}
		}

		List<String> properties() {
			return List.of("--spring.rabbitmq.host=127.0.0.1", "--spring.rabbitmq.port=" + this.socket.getLocalPort(),
					"--spring.elasticsearch.uris=http://127.0.0.1:" + this.socket.getLocalPort());
		}

		@Override
		public void close() throws IOException {
			this.socket.close();
		}

	}

}
