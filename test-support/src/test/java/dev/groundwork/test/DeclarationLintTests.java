package dev.groundwork.test;

import java.util.concurrent.atomic.AtomicBoolean;

import dev.groundwork.plan.LintFinding;
import org.junit.jupiter.api.Test;

import org.springframework.amqp.core.Queue;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link DeclarationLint}. There is no broker.
 */
class DeclarationLintTests {

	private static final AtomicBoolean started = new AtomicBoolean();

	@Test
	void cleanApplicationIsClean() {
		DeclarationLint lint = DeclarationLint.of(Orders.class)
			.withProperties("spring.rabbitmq.channel-rpc-timeout=10s");
		assertThatCode(lint::requireClean).doesNotThrowAnyException();
	}

	@Test
	void whatBreaksARuleIsFoundWithItsSource() {
		assertThat(DeclarationLint.of(Orders.class)
			.withProperties("groundwork.rabbitmq.queues[0].name=orders", "groundwork.rabbitmq.queues[0].durable=false")
			.findings()).extracting(LintFinding::rule).contains("conflicting-declarations");
	}

	@Test
	void failureNamesTheFindingAndItsRemedy() {
		DeclarationLint lint = DeclarationLint.of(Orders.class)
			.withProperties("groundwork.rabbitmq.queues[0].name=orders", "groundwork.rabbitmq.queues[0].durable=false");
		assertThatExceptionOfType(AssertionError.class).isThrownBy(lint::requireClean)
			.withMessageStartingWith("What is declared breaks the rules:")
			.withMessageContaining("queue 'orders'")
			.withMessageContaining("bean 'orders'")
			.withMessageContaining("Make the declarations equal, or remove one of them.");
	}

	@Test
	void nothingIsStarted() {
		DeclarationLint.of(Orders.class).findings();
		assertThat(started).isFalse();
	}

	@Test
	void beanThatCannotBeCreatedIsNotTakenForClean() {
		assertThatException().isThrownBy(() -> DeclarationLint.of(Broken.class).findings())
			.withStackTraceContaining("cannot be created");
	}

	/**
	 * An application that would do something if it started.
	 */
	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Orders {

		@Bean
		Queue orders() {
			return new Queue("orders");
		}

		@Bean
		ApplicationRunner runner() {
			return (arguments) -> started.set(true);
		}

		@Bean
		SmartLifecycle lifecycle() {
			return new SmartLifecycle() {

				@Override
				public void start() {
					started.set(true);
				}

				@Override
				public void stop() {
				}

				@Override
				public boolean isRunning() {
					return false;
				}

				@Override
				public int getPhase() {
					return Integer.MIN_VALUE;
				}

			};
		}

	}

	/**
	 * An application that does not start.
	 */
	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Broken {

		@Bean
		Queue orders() {
			throw new IllegalStateException("cannot be created");
		}

	}

}
