package dev.groundwork.local;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Integration tests for {@link LocalRabbitMq}.
 */
class LocalRabbitMqIT {

	private static final LocalRabbitMq rabbitMq = LocalInfrastructure.rabbitMq();

	@BeforeAll
	static void start() {
		rabbitMq.start();
	}

	@AfterAll
	static void close() {
		rabbitMq.close();
	}

	@Test
	void durableDataSurvivesKillAndRestartOnTheSamePort() {
		int port = rabbitMq.getPort();
		rabbitMq.addVhost("survivor");
		rabbitMq.kill();
		assertThat(rabbitMq.isRunning()).isFalse();
		rabbitMq.start();
		assertThat(rabbitMq.getPort()).isEqualTo(port);
		assertThat(rabbitMq.control("list_vhosts")).contains("survivor");
	}

	@Test
	void frozenBrokerDoesNotAnswerAndGoesOnWhenResumed() {
		rabbitMq.freeze();
		assertThat(login(rabbitMq).isAccepted()).isFalse();
		assertThat(rabbitMq.isRunning()).isTrue();
		rabbitMq.resume();
		rabbitMq.awaitAccepting();
	}

	@Test
	void addedUserHasThePermissionsThatWereSet() {
		rabbitMq.addUser("reader", "reader-password");
		rabbitMq.setPermissions("/", "reader", "^$", "^$", ".*");
		assertThat(rabbitMq.control("list_user_permissions", "reader")).contains("^$").contains(".*");
		assertThat(new AmqpLogin(rabbitMq.getPort(), "reader", "reader-password").isAccepted()).isTrue();
	}

	@Test
	void failedControlCommandSaysWhatTheToolSaid() {
		assertThatExceptionOfType(LocalServerException.class)
			.isThrownBy(() -> rabbitMq.control("list_user_permissions", "nobody"))
			.withMessageContaining(rabbitMq.getName())
			.withMessageContaining("nobody");
	}

	@Test
	void secondBrokerRunsBesideTheFirstUntilItIsStopped() {
		try (LocalRabbitMq second = LocalInfrastructure.rabbitMq()) {
			int port = second.getPort();
			second.start();
			second.addVhost("only-in-second");
			assertThat(second.getPort()).isEqualTo(port).isNotEqualTo(rabbitMq.getPort());
			assertThat(rabbitMq.control("list_vhosts")).doesNotContain("only-in-second");
			second.stop();
			assertThat(second.isRunning()).isFalse();
			assertThat(login(rabbitMq).isAccepted()).isTrue();
		}
	}

	@Test
	void quorumQueueTakesMessagesAfterAKillThatFollowsAFlush() throws Exception {
		manage("PUT", "/api/queues/%2F/flushed", """
				{"durable":true,"arguments":{"x-queue-type":"quorum"}}""");
		rabbitMq.flush();
		rabbitMq.kill();
		rabbitMq.start();
		HttpResponse<String> answer = manage("POST", "/api/exchanges/%2F/amq.default/publish", """
				{"properties":{},"routing_key":"flushed","payload":"","payload_encoding":"string"}""");
		assertThat(answer.body()).contains("true");
	}

	@Test
	void managementAnswersAsSoonAsTheBrokerAcceptsWork() throws Exception {
		assertThat(manage("GET", "/api/whoami", "").statusCode()).isEqualTo(200);
	}

	private static HttpResponse<String> manage(String method, String path, String json) throws Exception {
		String credentials = Base64.getEncoder()
			.encodeToString((rabbitMq.getUsername() + ":" + rabbitMq.getPassword()).getBytes(StandardCharsets.UTF_8));
		HttpRequest request = HttpRequest.newBuilder(rabbitMq.getManagementUri().resolve(path))
			.header("Authorization", "Basic " + credentials)
			.timeout(Duration.ofSeconds(10))
			.method(method, HttpRequest.BodyPublishers.ofString(json))
			.build();
		return HttpClient.newBuilder()
			.version(HttpClient.Version.HTTP_1_1)
			.build()
			.send(request, HttpResponse.BodyHandlers.ofString());
	}

	@Test
	void userWithWrongPasswordIsNotAccepted() {
		assertThat(new AmqpLogin(rabbitMq.getPort(), "guest", "wrong").isAccepted()).isFalse();
	}

	private static AmqpLogin login(LocalRabbitMq rabbitMq) {
		return new AmqpLogin(rabbitMq.getPort(), rabbitMq.getUsername(), rabbitMq.getPassword());
	}

}
