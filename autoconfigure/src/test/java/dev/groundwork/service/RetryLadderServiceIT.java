package dev.groundwork.service;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.groundwork.local.LocalInfrastructureExtension;
import dev.groundwork.local.LocalRabbitMq;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.amqp.core.Message;
import org.springframework.amqp.rabbit.annotation.RabbitListener;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Integration tests for a service whose listener fails and has a retry ladder.
 */
@Timeout(120)
@ExtendWith(RunningService.Closing.class)
class RetryLadderServiceIT {

	@RegisterExtension
	static final LocalInfrastructureExtension infrastructure = LocalInfrastructureExtension.shared();

	@Test
	void aLadderIsThreeLinesOfPropertiesAndBootsOwnRetry() {
		LocalRabbitMq broker = infrastructure.rabbitMq();
		broker.addVhost("ladder-service");
		RunningService service = RunningService.withoutWebServer(FailingService.class,
				RunningService.concat(RunningService.rabbitMq(broker), "--spring.rabbitmq.virtual-host=ladder-service",
						"--spring.rabbitmq.listener.simple.retry.enabled=true",
						"--spring.rabbitmq.listener.simple.retry.max-retries=0",
						"--groundwork.rabbitmq.queues[0].name=ladder.orders",
						"--groundwork.rabbitmq.queues[0].retry.delays=200ms,1s"));
		assertThat(
				broker.control("list_queues", "--quiet", "--no-table-headers", "-p", "ladder-service", "name").lines())
			.containsExactlyInAnyOrder("ladder.orders", "ladder.orders.retry.200ms", "ladder.orders.retry.1s",
					"ladder.orders.parking-lot");
		RabbitTemplate template = service.bean(RabbitTemplate.class);
		template.convertAndSend("", "ladder.orders", "one");
		Message parked = template.receive("ladder.orders.parking-lot", 15_000);
		assertThat(parked).isNotNull();
		assertThat(String.valueOf(parked.getMessageProperties().getHeaders().get("x-exception-message")))
			.contains("no stock");
		List<Long> times = service.bean(FailingService.class).times;
		await().until(() -> times.size() == 3);
		assertThat(Duration.ofNanos(times.get(1) - times.get(0))).isGreaterThanOrEqualTo(Duration.ofMillis(200));
		assertThat(Duration.ofNanos(times.get(2) - times.get(1))).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class FailingService {

		final List<Long> times = new CopyOnWriteArrayList<>();

		@RabbitListener(queues = "ladder.orders")
		void receive(String order) {
			this.times.add(System.nanoTime());
			throw new IllegalStateException("no stock");
		}

	}

}
