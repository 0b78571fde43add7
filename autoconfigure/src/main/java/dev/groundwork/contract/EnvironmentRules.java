package dev.groundwork.contract;

import java.util.List;

/**
 * The rules about everything that is set.
 */
final class EnvironmentRules {

	static final List<EnvironmentRule> ALL = List.of(new MissingPropertyRule(), new ReusedSecretRule());

	private EnvironmentRules() {
	}

}
