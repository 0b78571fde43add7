package dev.groundwork.test;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import dev.groundwork.local.LocalInfrastructureExtension;
import dev.groundwork.local.LocalRabbitMq;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Integration tests for {@link FaultProxy} with real servers behind it.
 */
class FaultProxyIT {

	@RegisterExtension
	static final LocalInfrastructureExtension infrastructure = LocalInfrastructureExtension.shared();

	private FaultProxy rabbitMq;

	private FaultProxy elasticsearch;

	@BeforeEach
	void open() {
		this.rabbitMq = FaultProxy.to("127.0.0.1", infrastructure.rabbitMq().getPort());
		this.elasticsearch = FaultProxy.to(infrastructure.elasticsearch().getUri());
	}

	@AfterEach
	void close() {
		this.rabbitMq.close();
		this.elasticsearch.close();
	}

	@Test
	void brokerIsRefusedUntilItIsRestored() throws Exception {
		this.rabbitMq.refuse();
		assertThatExceptionOfType(ConnectException.class).isThrownBy(this::connect);
		this.rabbitMq.restore();
		try (Connection connection = connect()) {
			assertThat(connection.isOpen()).isTrue();
		}
	}

	@Test
	void clientOfTheBrokerNoticesACutAtOnce() throws Exception {
		Connection connection = connect();
		CountDownLatch lost = new CountDownLatch(1);
		connection.addShutdownListener((cause) -> lost.countDown());
		this.rabbitMq.cut();
		assertThat(lost.await(5, TimeUnit.SECONDS)).isTrue();
	}

	@Test
	void handshakeWithAHangingBrokerTimesOut() throws Exception {
		this.rabbitMq.hang();
		assertThatExceptionOfType(TimeoutException.class).isThrownBy(this::connect);
		this.rabbitMq.restore();
		connect().close();
	}

	@Test
	void slowBrokerAnswersLater() throws Exception {
		try (Connection connection = connect()) {
			this.rabbitMq.slow(Duration.ofMillis(100));
			long before = System.nanoTime();
			connection.createChannel().close();
			// Open and close are one round trip each
			assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofMillis(400));
			this.rabbitMq.restore();
		}
	}

	@Test
	void searchIsRefusedUntilItIsRestored() throws Exception {
		this.elasticsearch.refuse();
		assertThatExceptionOfType(ConnectException.class).isThrownBy(this::health);
		this.elasticsearch.restore();
		assertThat(health()).isEqualTo(200);
	}

	@Test
	void hangingSearchAnswersNothing() throws Exception {
		assertThat(health()).isEqualTo(200);
		this.elasticsearch.hang();
		assertThatExceptionOfType(HttpTimeoutException.class).isThrownBy(this::health);
		this.elasticsearch.restore();
		assertThat(health()).isEqualTo(200);
	}

	private Connection connect() throws IOException, TimeoutException {
		LocalRabbitMq broker = infrastructure.rabbitMq();
		ConnectionFactory factory = new ConnectionFactory();
		factory.setHost(this.rabbitMq.getHost());
		factory.setPort(this.rabbitMq.getPort());
		factory.setUsername(broker.getUsername());
		factory.setPassword(broker.getPassword());
		factory.setHandshakeTimeout(1_000);
		factory.setAutomaticRecoveryEnabled(false);
		return factory.newConnection();
	}

	private int health() throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(this.elasticsearch.getHttpUri().resolve("/_cluster/health"))
			.timeout(Duration.ofSeconds(2))
			.build();
		return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
	}

}
