package dev.groundwork.sample.rehearsals;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Starts that can never succeed end at once, with a report that says what to type.
 */
@TestInstance(Lifecycle.PER_CLASS)
class BrokenStartIT {

	private final Infrastructure infrastructure = Infrastructure.create();

	@BeforeAll
	void start() {
		this.infrastructure.start();
	}

	@AfterAll
	void stop() {
		this.infrastructure.close();
	}

	@Test
	void missingSecretEndsWithExitCode78AndNamesTheOneThatIsSet() throws InterruptedException {
		try (ServiceProcess documents = ServiceProcess.start("documents", this.infrastructure,
				Map.of("JWT_SECRET_KEE", "a-secret-that-nobody-may-see-0123456789", "DATABASE_PASSWORD",
						this.infrastructure.postgreSql().getPassword()))) {
			assertThat(documents.awaitExit()).isEqualTo(78);
			assertThat(documents.log()).contains("app.jwt.secret")
				.contains("JWT_SECRET")
				.contains("JWT_SECRET_KEE")
				.contains("application.yml")
				.doesNotContain("a-secret-that-nobody-may-see");
		}
	}

	@Test
	void portOfTheEarlyProbesThatIsTakenIsReportedWhereTheServiceLogs() throws IOException, InterruptedException {
		try (ServerSocket other = new ServerSocket(0);
				ServiceProcess documents = ServiceProcess.start("documents", this.infrastructure,
						"--groundwork.probe.port=" + other.getLocalPort(),
						"--logging.pattern.console=logged by the service: %msg%n")) {
			assertThat(documents.awaitExit()).isEqualTo(1);
			assertThat(documents.log()).contains("logged by the service: ")
				.contains("Early probe server on port %d (groundwork.probe.port)".formatted(other.getLocalPort()))
				.contains("End what listens on port");
		}
	}

	@Test
	void queueWithOtherArgumentsEndsTheStartAtOnce() throws InterruptedException {
		this.infrastructure.rabbitMq().addVhost("drifted");
		this.infrastructure.rabbitMq()
			.control("eval", "rabbit_amqqueue:declare({resource, <<\"drifted\">>, queue, <<\"search.documents\">>}, "
					+ "true, false, [], none, <<\"rehearsal\">>).");
		try (ServiceProcess search = ServiceProcess.start("search", this.infrastructure,
				"--spring.rabbitmq.virtual-host=drifted")) {
			assertThat(search.awaitExit()).isEqualTo(1);
			assertThat(search.log()).contains("queue 'search.documents' (declared by groundwork.rabbitmq.queues[0]")
				.contains("application.yml")
				.contains("x-queue-type: expected 'quorum', found none")
				.contains("rabbitmqctl delete_queue 'search.documents' --if-empty");
		}
	}

	@Test
	void userWithoutConfigureRightEndsTheStartAtOnce() throws InterruptedException {
		this.infrastructure.rabbitMq().addVhost("guarded");
		this.infrastructure.rabbitMq().addUser("limited", "limited-password");
		this.infrastructure.rabbitMq().setPermissions("guarded", "limited", "^$", ".*", ".*");
		try (ServiceProcess search = ServiceProcess.start("search", this.infrastructure,
				"--spring.rabbitmq.virtual-host=guarded", "--spring.rabbitmq.username=limited",
				"--spring.rabbitmq.password=limited-password")) {
			assertThat(search.awaitExit()).isEqualTo(1);
			assertThat(search.log()).contains("user 'limited' lacks a permission")
				.contains("rabbitmqctl set_permissions -p 'guarded' 'limited'")
				.doesNotContain("limited-password");
		}
	}

	@Test
	void mappingConflictEndsTheStartAtOnce() throws InterruptedException {
		// What a service asked for before it ended may be created only now
		await().atMost(Duration.ofSeconds(30)).until(() -> {
			send("DELETE", "documents", "");
			return send("PUT", "documents",
					"{\"mappings\":{\"properties\":{\"title\":{\"type\":\"keyword\"}}}}") == 200;
		});
		try (ServiceProcess search = ServiceProcess.start("search", this.infrastructure)) {
			assertThat(search.awaitExit()).isEqualTo(1);
			assertThat(search.log()).contains("index 'documents'")
				.contains("mappings.title.type: expected 'text', found 'keyword'")
				.contains("POST /_reindex");
		}
	}

	private int send(String method, String index, String body) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(this.infrastructure.elasticsearch().getUri().resolve("/" + index))
			.header("Content-Type", "application/json")
			.method(method, BodyPublishers.ofString(body))
			.build();
		return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).statusCode();
	}

}
