package dev.groundwork.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.springframework.core.env.ConfigurableEnvironment;

/**
 * What a service requires of its configuration.
 * <p>
 * A contract only looks: it neither changes the environment nor supplies a value. When
 * the environment variable of a secret is set but no property refers to it, the
 * application reads nothing, so that is an error whose remedy is the line to add
 * ({@code app.jwt.secret: ${JWT_SECRET}}). Groundwork does not add the line by itself:
 * conditions and other code that ran before would have seen another configuration, and
 * the application would break when Groundwork is removed. For the same reason an alias is
 * accepted only if the property really reads it ({@code app.jwt.secret:
 * ${JWT_SECRET:${JWT_SECRET_KEY}}}).
 * <p>
 * Whether a property is set follows Spring Boot's relaxed binding: the environment
 * variable {@code APP_JWT_SECRET} is the property {@code app.jwt.secret}. Instances are
 * immutable and may be used by several threads.
 *
 * @since 0.1.0
 */
public final class Contract {

	/**
	 * What can be wrong with the value; the first that applies is the cause of the
	 * others.
	 */
	private static final List<Rule> VALUE_RULES = List.of(new NearMissRule(), new UnreadNameRule(), new MissingRule(),
			new UnresolvedPlaceholderRule(), new PlaceholderDefaultRule(), new BlankRule(), new PlaceholderWordRule(),
			new TooShortRule());

	/**
	 * What can be wrong with the names; the first that applies is the cause of the
	 * others.
	 */
	private static final List<Rule> NAME_RULES = List.of(new ConflictingNamesRule(), new DuplicateNamesRule(),
			new AliasRule());

	private final List<SecretRequirement> secrets;

	/**
	 * Create a new {@link Contract} instance.
	 * @param secrets what is required of each secret
	 */
	public Contract(List<SecretRequirement> secrets) {
		this.secrets = List.copyOf(secrets);
	}

	/**
	 * Check an environment against this contract. Does no I/O of its own and does not
	 * change the environment.
	 * @param environment the environment to look at
	 * @return everything that is wrong, one finding for each cause
	 */
	public ContractReport check(ConfigurableEnvironment environment) {
		Declarations declarations = new Declarations(this.secrets);
		List<Finding> findings = new ArrayList<>(declarations.findings());
		statuses(declarations, environment).forEach((status) -> findings.addAll(status.findings()));
		return new ContractReport(findings);
	}

	/**
	 * Return what is required and whether an environment has it. Does no I/O of its own
	 * and does not change the environment.
	 * @param environment the environment to look at
	 * @return the status of every requirement that can be checked
	 */
	public ContractStatus status(ConfigurableEnvironment environment) {
		return new ContractStatus(statuses(new Declarations(this.secrets), environment));
	}

	private static List<SettingStatus> statuses(Declarations declarations, ConfigurableEnvironment environment) {
		Settings settings = new Settings(environment);
		NearMisses nearMisses = new NearMisses(settings, declarations.valid());
		return declarations.valid()
			.stream()
			.map((requirement) -> Secret.of(requirement, settings, nearMisses))
			.map((secret) -> SettingStatus.of(secret, findings(secret)))
			.toList();
	}

	private static List<Finding> findings(Secret secret) {
		return Stream.of(VALUE_RULES, NAME_RULES).flatMap((rules) -> first(rules, secret)).toList();
	}

	private static Stream<Finding> first(List<Rule> rules, Secret secret) {
		return rules.stream().map((rule) -> rule.check(secret)).filter(Objects::nonNull).limit(1);
	}

}
