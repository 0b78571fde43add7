package dev.groundwork.contract;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Deployments of which tests know one thing, and what rules find there.
 */
final class Deployments {

	static final Production PRODUCTION = new Production(true, "the test says so");

	static final Deployment PLAIN = new Deployment(PRODUCTION, false, List.of(), null, Duration.ofMinutes(2), Set.of());

	static final Deployment CONTAINER = new Deployment(PRODUCTION, true, List.of(), null, null, Set.of());

	static final Deployment DEVELOPMENT = new Deployment(new Production(false, "the test says so"), true,
			List.of("Spring Boot DevTools"), null, null, Set.of());

	private Deployments() {
	}

	static Deployment reading(String... prefixes) {
		return new Deployment(PRODUCTION, false, List.of(), null, null, Set.of(prefixes));
	}

	static Deployment built(@Nullable String commit, @Nullable String version) {
		return new Deployment(PRODUCTION, false, List.of(), new Deployment.Build(commit, version), null, Set.of());
	}

	static Deployment reloading(boolean container, String tool) {
		return new Deployment(PRODUCTION, container, List.of(tool), null, null, Set.of());
	}

	/**
	 * Return what one rule finds.
	 * @param rule the name of the rule
	 * @param environment what is set
	 * @param deployment where the application runs
	 * @param secrets the secrets of the contract
	 * @return the findings of the rule
	 */
	static List<Finding> find(String rule, ConfigurableEnvironment environment, Deployment deployment,
			SecretRequirement... secrets) {
		assertThatRuleExists(rule);
		return new Contract(List.of(secrets)).check(environment, deployment)
			.findings()
			.stream()
			.filter((finding) -> finding.rule().equals(rule))
			.toList();
	}

	private static void assertThatRuleExists(String rule) {
		if (!Contract.rules().containsKey(rule)) {
			throw new IllegalArgumentException("No rule '" + rule + "'");
		}
	}

}
