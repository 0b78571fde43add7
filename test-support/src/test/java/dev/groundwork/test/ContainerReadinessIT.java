package dev.groundwork.test;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.WaitStrategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Integration tests for {@link ContainerReadiness}.
 */
@EnabledIfEnvironmentVariable(named = "GROUNDWORK_LOCAL_INFRASTRUCTURE", matches = "docker",
		disabledReason = "dev/verify-containers runs it, with a Docker engine")
class ContainerReadinessIT {

	private static final Duration LITTLE = Duration.ofSeconds(2);

	private static final GenericContainer<?> rabbitMq = new GenericContainer<>("rabbitmq:4-management")
		.withExposedPorts(5672)
		.waitingFor(ContainerReadiness.declaresAnExchange().withStartupTimeout(Duration.ofMinutes(2)));

	private static final GenericContainer<?> elasticsearch = new GenericContainer<>("elasticsearch:9.2.2")
		.withEnv("discovery.type", "single-node")
		.withEnv("xpack.security.enabled", "false")
		.withEnv("ES_JAVA_OPTS", "-Xms512m -Xmx512m")
		.withExposedPorts(9200)
		.waitingFor(ContainerReadiness.createsAnIndex().withStartupTimeout(Duration.ofMinutes(2)));

	@BeforeAll
	static void start() {
		rabbitMq.start();
		elasticsearch.start();
	}

	@AfterAll
	static void stop() {
		rabbitMq.stop();
		elasticsearch.stop();
	}

	@Test
	void brokerIsStartedWhenItDeclaresExchanges() throws Exception {
		declare("orders.events");
		wait(rabbitMq, ContainerReadiness.hasExchange("orders.events"));
	}

	@Test
	void exchangeThatNobodyDeclaresIsNamed() {
		assertThatExceptionOfType(ContainerLaunchException.class)
			.isThrownBy(() -> wait(rabbitMq, ContainerReadiness.hasExchange("nobody.declares")))
			.withMessageContaining("did not have exchange 'nobody.declares' within 2 s");
	}

	@Test
	void searchNodeIsStartedWhenItCreatesIndexesAndKeepsNone() throws Exception {
		assertThat(send("GET", "/_cat/indices")).isEmpty();
		assertThat(send("PUT", "/orders")).contains("\"acknowledged\":true");
		wait(elasticsearch, ContainerReadiness.hasIndex("orders"));
		send("DELETE", "/orders");
	}

	@Test
	void indexThatNobodyCreatesIsNamed() {
		assertThatExceptionOfType(ContainerLaunchException.class)
			.isThrownBy(() -> wait(elasticsearch, ContainerReadiness.hasIndex("missing")))
			.withMessageContaining("did not have index 'missing' within 2 s");
	}

	private static void wait(GenericContainer<?> container, WaitStrategy strategy) {
		strategy.withStartupTimeout(LITTLE).waitUntilReady(container);
	}

	private static void declare(String exchange) throws Exception {
		ConnectionFactory factory = new ConnectionFactory();
		factory.setHost(rabbitMq.getHost());
		factory.setPort(rabbitMq.getMappedPort(5672));
		try (Connection connection = factory.newConnection()) {
			connection.createChannel().exchangeDeclare(exchange, BuiltinExchangeType.TOPIC);
		}
	}

	private static String send(String method, String path) throws IOException, InterruptedException {
		URI address = URI
			.create("http://%s:%d%s".formatted(elasticsearch.getHost(), elasticsearch.getMappedPort(9200), path));
		return HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(address)
				.timeout(Duration.ofSeconds(20))
				.method(method, BodyPublishers.noBody())
				.build(), BodyHandlers.ofString())
			.body();
	}

}
