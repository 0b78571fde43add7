package dev.groundwork.autoconfigure;

import dev.groundwork.provision.ProvisioningMode;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Condition behind {@link ConditionalOnGroundwork}.
 */
class OnGroundworkCondition extends SpringBootCondition {

	/**
	 * Return whether Groundwork is switched on.
	 * @param environment the environment
	 * @return whether the condition matches
	 */
	static boolean isOn(Environment environment) {
		Binder binder = Binder.get(environment);
		return binder.bind("groundwork.enabled", Boolean.class).orElse(true)
				&& binder.bind("groundwork.mode", ProvisioningMode.class)
					.orElse(ProvisioningMode.APPLY) != ProvisioningMode.OFF;
	}

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		ConditionMessage.Builder message = ConditionMessage.forCondition(ConditionalOnGroundwork.class);
		Binder binder = Binder.get(context.getEnvironment());
		if (!binder.bind("groundwork.enabled", Boolean.class).orElse(true)) {
			return ConditionOutcome.noMatch(message.because("groundwork.enabled is false"));
		}
		if (binder.bind("groundwork.mode", ProvisioningMode.class)
			.orElse(ProvisioningMode.APPLY) == ProvisioningMode.OFF) {
			return ConditionOutcome.noMatch(message.because("groundwork.mode is off"));
		}
		return ConditionOutcome.match(message.because("it is not switched off"));
	}

}
