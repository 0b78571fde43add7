package dev.groundwork.contract;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.origin.Origin;

/**
 * One way in which a configuration can break its contract.
 */
sealed interface Rule permits SecretRule, EnvironmentRule, DeploymentRule {

	/**
	 * Return the stable name of the rule, by which its severity is set.
	 * @return the name in kebab-case
	 */
	String name();

	/**
	 * Return what a finding does unless the application says otherwise.
	 * @return the severity
	 */
	default Severity defaultSeverity() {
		return Severity.ERROR;
	}

	/**
	 * Return whether what the rule forbids is in order where people develop.
	 * @return whether the rule is applied in production only
	 */
	default boolean isForProductionOnly() {
		return false;
	}

	default Finding finding(String property, @Nullable Origin origin, String reason, String remedy) {
		return new Finding(name(), defaultSeverity(), property, origin, reason, remedy);
	}

}
