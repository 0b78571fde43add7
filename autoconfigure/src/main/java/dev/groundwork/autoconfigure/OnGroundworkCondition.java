package dev.groundwork.autoconfigure;

import dev.groundwork.provision.ProvisioningMode;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
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
		return switchedOffBy(environment) == null;
	}

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		ConditionMessage.Builder message = ConditionMessage.forCondition(ConditionalOnGroundwork.class);
		String property = switchedOffBy(context.getEnvironment());
		return (property != null) ? ConditionOutcome.noMatch(message.because(property + " switches it off"))
				: ConditionOutcome.match(message.because("it is not switched off"));
	}

	/**
	 * Return what switches it off.
	 * @param environment has the properties
	 * @return the name of the property or {@code null} if it is on
	 */
	static @Nullable String switchedOffBy(Environment environment) {
		if (!EarlySetting.read(environment, "groundwork.enabled", true)) {
			return "groundwork.enabled";
		}
		ProvisioningMode mode = EarlySetting.read(environment, "groundwork.mode", ProvisioningMode.APPLY);
		return (mode == ProvisioningMode.OFF) ? "groundwork.mode" : null;
	}

}
