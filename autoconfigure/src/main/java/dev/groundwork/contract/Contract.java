package dev.groundwork.contract;

import java.util.List;
import java.util.Map;

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

	private final ContractTerms terms;

	/**
	 * Create a new {@link Contract} instance about secrets alone.
	 * @param secrets what is required of each secret
	 */
	public Contract(List<SecretRequirement> secrets) {
		this(ContractTerms.ofSecrets(secrets));
	}

	/**
	 * Create a new {@link Contract} instance.
	 * @param terms what is required
	 */
	public Contract(ContractTerms terms) {
		this.terms = terms;
	}

	/**
	 * Return what is required.
	 * @return the terms
	 */
	public ContractTerms terms() {
		return this.terms;
	}

	/**
	 * Return the names of all rules and the severities that they have by themselves.
	 * @return the severities by the names of the rules, in alphabetical order
	 */
	public static Map<String, Severity> rules() {
		return Rules.defaults();
	}

	/**
	 * Check an environment of which no more is known against this contract.
	 * @param environment the environment to look at
	 * @return everything that is wrong, and what is known about each requirement
	 */
	public ContractReport check(ConfigurableEnvironment environment) {
		return check(environment, Deployment.of(environment));
	}

	/**
	 * Check an environment against this contract. Does no I/O of its own and does not
	 * change the environment.
	 * @param environment the environment to look at
	 * @param deployment what is known about where the application runs
	 * @return everything that is wrong, one finding for each cause, and what is known
	 * about each requirement
	 */
	public ContractReport check(ConfigurableEnvironment environment, Deployment deployment) {
		return prepare(environment, deployment.production()).check(deployment);
	}

	/**
	 * Do that part of a check for which nothing has to be known but an environment.
	 * @param environment the environment to look at
	 * @param production whether this is production
	 * @return what the check can go on with
	 */
	public PreparedCheck prepare(ConfigurableEnvironment environment, Production production) {
		Declarations declarations = new Declarations(this.terms);
		Settings settings = new Settings(environment);
		NearMisses nearMisses = new NearMisses(settings, declarations.secrets(), declarations.terms().properties());
		List<Secret> secrets = declarations.secrets()
			.stream()
			.map((requirement) -> Secret.of(requirement, settings, nearMisses))
			.toList();
		return new PreparedCheck(declarations, settings, secrets, nearMisses, production);
	}

	/**
	 * Read every secret, with what is wrong with it alone. For those who look again while
	 * the application is running.
	 * @param environment the environment to look at
	 * @param deployment what is known about where the application runs
	 * @return the readings, in the order of the contract
	 */
	public List<SecretReading> read(ConfigurableEnvironment environment, Deployment deployment) {
		List<SecretRequirement> requirements = new Declarations(this.terms).secrets();
		Rules rules = new Rules(this.terms.severities(), deployment.production());
		Settings settings = new Settings(environment);
		NearMisses nearMisses = new NearMisses(settings, requirements);
		return requirements.stream()
			.map((requirement) -> Secret.of(requirement, settings, nearMisses))
			.map((secret) -> new SecretReading(secret, rules.check(secret)))
			.toList();
	}

}
