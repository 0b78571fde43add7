package dev.groundwork.autoconfigure;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Condition that matches in a {@link JobRun}.
 */
class OnJobRunCondition extends SpringBootCondition {

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		ConditionMessage.Builder message = ConditionMessage.forCondition("Groundwork job run");
		if (Boolean.getBoolean(AbstractAotProcessor.AOT_PROCESSING)) {
			return ConditionOutcome.match(message.because("whether it is one is known when the application runs"));
		}
		return JobRun.of(context.getEnvironment()).requested()
				? ConditionOutcome.match(message.because("the run is to end by itself")) : ConditionOutcome.noMatch(
						message.because("groundwork.mode is neither plan nor doctor, and groundwork.exit is not true"));
	}

}
