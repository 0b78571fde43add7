package dev.groundwork.service;

import java.time.Duration;
import java.util.Objects;

import dev.groundwork.autoconfigure.GroundworkLaid;
import dev.groundwork.diagnosis.DiagnosedException;
import dev.groundwork.local.LocalInfrastructureExtension;
import dev.groundwork.local.LocalRabbitMq;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.QueueBuilder;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ApplicationContextException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

/**
 * Integration tests for a start that waits until the groundwork is laid.
 */
@Timeout(120)
@ExtendWith(RunningService.Closing.class)
class BlockingStartIT {

	@RegisterExtension
	static final LocalInfrastructureExtension infrastructure = LocalInfrastructureExtension.shared();

	private static final Duration SOON = Duration.ofSeconds(30);

	@Test
	void beanThatAsksForTheGroundworkIsCreatedAfterIt() {
		RunningService service = RunningService.web(EagerService.class,
				RunningService.rabbitMq(infrastructure.rabbitMq()));
		assertThat(service.bean(EagerService.EagerBean.class).messages).isZero();
		await().atMost(SOON).until(() -> service.status("readiness") == 200);
	}

	@Test
	void withoutAWebServerTheContextWaitsUntilEverythingIsThere() {
		RunningService service = RunningService.withoutWebServer(QueueService.class,
				RunningService.rabbitMq(infrastructure.rabbitMq()));
		assertThat(infrastructure.rabbitMq().control("list_queues", "name")).contains("blocking.queue");
		assertThat(service.isRunning()).isTrue();
	}

	@Test
	void withoutAWebServerADriftEndsTheStartWithItsDiagnosis() {
		infrastructure.rabbitMq().addVhost("drift");
		String[] properties = RunningService.concat(RunningService.rabbitMq(infrastructure.rabbitMq()),
				"--spring.rabbitmq.virtual-host=drift");
		RunningService.withoutWebServer(QueueService.class, properties);
		DiagnosedException failure = failureOf(
				() -> RunningService.withoutWebServer(DriftedQueueService.class, properties));
		assertThat(failure).hasMessageContaining("queue 'blocking.queue'");
		assertThat(failure.getDiagnoses().get(0).evidence())
			.isEqualTo("x-max-length: expected '7', found none; RabbitMQ names the first difference only "
					+ "(groundwork.rabbitmq.management.uri would tell)");
	}

	@Test
	void deadlineThatIsToFailEndsTheStart() {
		LocalRabbitMq absent = infrastructure.newRabbitMq();
		DiagnosedException failure = failureOf(() -> RunningService.withoutWebServer(QueueService.class,
				RunningService.concat(RunningService.rabbitMq(absent), "--groundwork.startup.deadline=1s",
						"--groundwork.startup.on-deadline=fail")));
		assertThat(failure.getDiagnoses().get(0).summary()).contains("rabbitmq").contains("connection refused");
	}

	private static DiagnosedException failureOf(ThrowingCallable start) {
		ApplicationContextException failure = catchThrowableOfType(ApplicationContextException.class, start);
		assertThat(failure).hasCauseInstanceOf(DiagnosedException.class);
		return (DiagnosedException) Objects.requireNonNull(failure.getCause());
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class EagerService {

		@Bean
		Queue eagerQueue() {
			return QueueBuilder.durable("eager.queue").build();
		}

		@Bean
		@DependsOn(GroundworkLaid.BEAN_NAME)
		EagerBean eagerBean(RabbitTemplate template) {
			Integer messages = template
				.execute((channel) -> channel.queueDeclarePassive("eager.queue").getMessageCount());
			return new EagerBean((messages != null) ? messages : -1);
		}

		record EagerBean(int messages) {
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class QueueService {

		@Bean
		Queue blockingQueue() {
			return QueueBuilder.durable("blocking.queue").build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class DriftedQueueService {

		@Bean
		Queue blockingQueue() {
			return QueueBuilder.durable("blocking.queue").maxLength(7).build();
		}

	}

}
