package dev.groundwork.autoconfigure;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.amqp.rabbit.annotation.RabbitHandler;
import org.springframework.amqp.rabbit.annotation.RabbitListener;
import org.springframework.beans.factory.support.RootBeanDefinition;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link EagerListeners}.
 */
class EagerListenersTests {

	private final EagerListeners listeners = new EagerListeners();

	@ParameterizedTest
	@ValueSource(classes = { OfMethod.class, OfSeveralQueues.class, OfClass.class, Inherited.class })
	void beanThatListensIsNotLazy(Class<?> type) {
		assertThat(isExcluded(type)).isTrue();
	}

	@Test
	void beanThatDoesNotListenStaysLazy() {
		assertThat(isExcluded(Mute.class)).isFalse();
	}

	private boolean isExcluded(Class<?> type) {
		return this.listeners.isExcluded("bean", new RootBeanDefinition(type), type);
	}

	static class OfMethod {

		@RabbitListener(queues = "a")
		void receive(String message) {
		}

	}

	static class OfSeveralQueues {

		@RabbitListener(queues = "a")
		@RabbitListener(queues = "b")
		void receive(String message) {
		}

	}

	@RabbitListener(queues = "a")
	static class OfClass {

		@RabbitHandler
		void receive(String message) {
		}

	}

	static class Inherited extends OfMethod {

	}

	static class Mute {

		void receive(String message) {
		}

	}

}
