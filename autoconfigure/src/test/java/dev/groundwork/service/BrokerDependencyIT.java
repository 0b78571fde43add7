package dev.groundwork.service;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;

import dev.groundwork.local.LocalInfrastructureExtension;
import dev.groundwork.local.LocalRabbitMq;
import dev.groundwork.readiness.Dependencies;
import dev.groundwork.readiness.DependencySnapshot;
import dev.groundwork.readiness.DependencyStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.netcrusher.core.reactor.NioReactor;
import org.netcrusher.tcp.TcpCrusher;
import org.netcrusher.tcp.TcpCrusherBuilder;

import org.springframework.amqp.core.Queue;
import org.springframework.amqp.rabbit.annotation.RabbitListener;
import org.springframework.amqp.rabbit.config.ContainerCustomizer;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.amqp.rabbit.listener.SimpleMessageListenerContainer;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Integration tests for a broker that is lost, frozen or full while a service runs.
 */
@Timeout(180)
@ExtendWith(OutputCaptureExtension.class)
@ExtendWith(RunningService.Closing.class)
class BrokerDependencyIT {

	@RegisterExtension
	static final LocalInfrastructureExtension infrastructure = LocalInfrastructureExtension.shared();

	private static final Duration AT_ONCE = Duration.ofSeconds(1);

	private static final Duration SOON = Duration.ofSeconds(30);

	private final LocalRabbitMq broker = infrastructure.newRabbitMq();

	@BeforeEach
	void start() {
		this.broker.start();
	}

	@Test
	void lossOfTheBrokerIsSeenAtOnceAndSoIsItsReturn() {
		RunningService startup = service(PublishingService.class);
		RunningService strict = service(PublishingService.class,
				"--groundwork.readiness.dependencies.rabbitmq.policy=strict");
		this.broker.kill();
		await().atMost(AT_ONCE).until(() -> strict.status("readiness") == 503);
		await().atMost(AT_ONCE).until(() -> startup.body("/actuator/health/readiness").contains("\"DEGRADED\""));
		assertThat(startup.status("readiness")).isEqualTo(200);
		assertThat(startup.body("/actuator/health/readiness")).contains("\"reason\":\"RabbitMQ at");
		this.broker.start();
		await().atMost(Duration.ofSeconds(3)).until(() -> strict.status("readiness") == 200);
		await().atMost(Duration.ofSeconds(3)).until(() -> status(startup) == DependencyStatus.UP);
		assertThat(startup.body("/actuator/health/readiness")).doesNotContain("DEGRADED");
	}

	@Test
	void frozenBrokerIsSeenInTimeAndHoldsUpNoProbe() {
		RunningService service = service(PublishingService.class,
				"--groundwork.readiness.dependencies.rabbitmq.interval=2s",
				"--groundwork.readiness.dependencies.rabbitmq.timeout=1s",
				"--groundwork.readiness.dependencies.rabbitmq.failure-threshold=1");
		this.broker.freeze();
		try {
			await().atMost(Duration.ofSeconds(3)).pollInterval(Duration.ofMillis(20)).until(() -> {
				long begun = System.nanoTime();
				assertThat(service.status("readiness")).isEqualTo(200);
				assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMillis(900));
				return status(service) == DependencyStatus.DOWN;
			});
			assertThat(snapshot(service).reason()).isNotNull();
		}
		finally {
			this.broker.resume();
		}
		await().atMost(Duration.ofSeconds(3)).until(() -> status(service) == DependencyStatus.UP);
	}

	@Test
	void alarmIsDegradedAndGoesWhenThereIsRoomAgain() {
		RunningService service = service(PublishingService.class);
		RabbitTemplate template = service.bean(RabbitTemplate.class);
		template.convertAndSend("dependency.queue", "before");
		this.broker.control("set_vm_memory_high_watermark", "0.000001");
		try {
			await().atMost(SOON).until(() -> {
				template.convertAndSend("dependency.queue", "during");
				return status(service) == DependencyStatus.DEGRADED;
			});
			assertThat(service.status("readiness")).isEqualTo(200);
			assertThat(snapshot(service).reason()).extracting("cause")
				.isEqualTo("the broker accepts no messages: an alarm is set");
		}
		finally {
			this.broker.control("set_vm_memory_high_watermark", "0.6");
		}
		await().atMost(Duration.ofSeconds(5)).until(() -> status(service) == DependencyStatus.UP);
	}

	@Test
	void listenerThatHasStoppedBecauseOfItsFailureIsDegraded() {
		RunningService service = service(ListeningService.class,
				"--spring.rabbitmq.listener.simple.missing-queues-fatal=true");
		this.broker.control("delete_queue", "dependency.listened");
		await().atMost(SOON).until(() -> status(service) == DependencyStatus.DEGRADED);
		assertThat(service.status("readiness")).isEqualTo(200);
	}

	@Test
	void twentyCyclesAreTwentyLossesAndTwentyReturns(CapturedOutput output) throws IOException {
		int port = freePort();
		try (NioReactor reactor = new NioReactor()) {
			TcpCrusher proxy = TcpCrusherBuilder.builder()
				.withReactor(reactor)
				.withBindAddress("127.0.0.1", port)
				.withConnectAddress(new InetSocketAddress("127.0.0.1", this.broker.getPort()))
				.buildAndOpen();
			RunningService service = RunningService.web(PublishingService.class, "--spring.rabbitmq.port=" + port);
			await().atMost(SOON).until(() -> service.status("readiness") == 200);
			service.bean(RabbitTemplate.class).convertAndSend("dependency.queue", "connects");
			for (int cycle = 0; cycle < 20; cycle++) {
				proxy.close();
				await().atMost(AT_ONCE)
					.pollInterval(Duration.ofMillis(10))
					.until(() -> status(service) == DependencyStatus.DOWN);
				proxy.open();
				await().atMost(Duration.ofSeconds(3))
					.pollInterval(Duration.ofMillis(10))
					.until(() -> status(service) == DependencyStatus.UP);
			}
			assertThat(output.toString().split("Dependency 'rabbitmq' is DOWN after", -1)).hasSize(21);
			assertThat(output.toString().split("Dependency 'rabbitmq' is UP after", -1)).hasSize(21);
			assertThat(output.toString().lines().filter((line) -> line.contains("'rabbitmq' is DEGRADED"))).allMatch(
					(line) -> line.contains("DOWN: RabbitMQ topology: not verified since the connection was lost"));
		}
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	private RunningService service(Class<?> type, String... properties) {
		RunningService service = RunningService.web(type,
				RunningService.concat(RunningService.rabbitMq(this.broker), properties));
		await().atMost(SOON).until(() -> service.status("readiness") == 200);
		return service;
	}

	private static DependencyStatus status(RunningService service) {
		return snapshot(service).status();
	}

	private static DependencySnapshot snapshot(RunningService service) {
		return service.bean(Dependencies.class)
			.get()
			.stream()
			.filter((dependency) -> dependency.name().equals("rabbitmq"))
			.findFirst()
			.orElseThrow();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class PublishingService {

		@Bean
		Queue queue() {
			return new Queue("dependency.queue");
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class ListeningService {

		@Bean
		Queue queue() {
			return new Queue("dependency.listened");
		}

		@Bean
		ContainerCustomizer<SimpleMessageListenerContainer> givesUpSoon() {
			return (container) -> container.setFailedDeclarationRetryInterval(200);
		}

		@RabbitListener(queues = "dependency.listened")
		void onMessage(String message) {
		}

	}

}
