package dev.groundwork.contract;

import java.util.List;

/**
 * The rules about everything that is set, in the order in which they are reported.
 */
final class EnvironmentRules {

	static final List<Rule> ALL = List.of(new MissingPropertyRule(), new ReusedSecretRule(),
			new LeftoverPlaceholderRule(), new EmptyConfigTreeFileRule(), new OptionalImportRule(),
			new UnreadVariableRule(), new StaleBuildRule(), new HotReloadRule(), new SchemaGenerationRule(),
			new GuestCredentialsRule(), new PlainHttpCredentialsRule(), new LoopbackAddressRule(),
			new PrivateAddressRule(), new UnboundedTimeoutRule(), new TimeoutBeyondDeadlineRule(),
			SwitchRule.CIRCULAR_REFERENCES, SwitchRule.H2_CONSOLE, SwitchRule.SHOW_DETAILS, SwitchRule.DEBUG,
			SwitchRule.TRACE);

	private EnvironmentRules() {
	}

}
