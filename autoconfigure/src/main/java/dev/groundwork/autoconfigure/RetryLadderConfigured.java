package dev.groundwork.autoconfigure;

import java.util.List;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Condition that matches if a queue has a retry ladder.
 */
final class RetryLadderConfigured extends SpringBootCondition {

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		ConditionMessage.Builder message = ConditionMessage.forCondition("Retry ladder");
		return isConfigured(context) ? ConditionOutcome.match(message.because("a queue has one"))
				: ConditionOutcome.noMatch(message.because("no queue has one"));
	}

	private static boolean isConfigured(ConditionContext context) {
		try {
			return Binder.get(context.getEnvironment())
				.bind("groundwork.rabbitmq.queues", Bindable.listOf(RabbitMqProperties.Queue.class))
				.orElse(List.of())
				.stream()
				.anyMatch((queue) -> queue.getRetry() != null);
		}
		catch (BindException ex) {
			// Reported where the properties are bound as a whole
			return false;
		}
	}

}
