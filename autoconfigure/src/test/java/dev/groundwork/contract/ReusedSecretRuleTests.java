package dev.groundwork.contract;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ReusedSecretRule}.
 */
class ReusedSecretRuleTests {

	private final Contract contract = new Contract(
			List.of(new SecretRequirement("app.access.key", "ACCESS_KEY", List.of("OLD_KEY"), 0, null),
					Requirements.property("app.refresh.key"), Requirements.property("app.audit.key")));

	@Test
	void valueOfTwoSecretsIsToldAtTheSecond() {
		Finding finding = only(TestEnvironment.withYaml("""
				app.access.key: %s
				app.refresh.key: %s
				app.audit.key: another-value-of-its-own
				""".formatted(Requirements.GOOD, Requirements.GOOD)));
		assertThat(finding.rule()).isEqualTo("reused-secret");
		assertThat(finding.severity()).isEqualTo(Severity.WARNING);
		assertThat(finding.property()).isEqualTo("app.refresh.key");
		assertThat(finding.reason()).isEqualTo("has the same value as 'app.access.key'");
		assertThat(finding.place()).endsWith(":2:18");
		assertThat(finding.toString()).doesNotContain(Requirements.GOOD);
	}

	@Test
	void valueInTwoVariablesIsReused() {
		assertThat(only(TestEnvironment.withYaml("""
				app.access.key: ${ACCESS_KEY}
				app.refresh.key: ${REFRESH_KEY}
				app.audit.key: another-value-of-its-own
				""").variable("ACCESS_KEY", Requirements.GOOD).variable("REFRESH_KEY", Requirements.GOOD)).place())
			.isEqualTo("environment variable REFRESH_KEY");
	}

	@Test
	void propertiesThatReadTheSamePlaceAreOneSecret() {
		assertThat(check(TestEnvironment.withYaml("""
				app.access.key: ${ACCESS_KEY}
				app.refresh.key: ${ACCESS_KEY}
				app.audit.key: ${app.access.key}
				""").variable("ACCESS_KEY", Requirements.GOOD))).isEmpty();
	}

	@Test
	void twoNamesOfOneSecretAreNotTwoSecrets() {
		assertThat(check(TestEnvironment.withYaml("""
				app.access.key: ${ACCESS_KEY}
				app.refresh.key: another-value-of-its-own
				app.audit.key: one-more-value-of-its-own
				""").variable("ACCESS_KEY", Requirements.GOOD).variable("OLD_KEY", Requirements.GOOD)))
			.extracting(Finding::rule)
			.containsExactly("duplicate-names");
	}

	@Test
	void placeholderThatStandsTwiceIsNoValueToReuse() {
		assertThat(check(TestEnvironment.withYaml("""
				app.access.key: changeme
				app.refresh.key: changeme
				app.audit.key: another-value-of-its-own
				"""))).extracting(Finding::rule).containsExactly("placeholder-word", "placeholder-word");
	}

	@Test
	void secretsWithoutValueHaveNoneInCommon() {
		assertThat(check(TestEnvironment.empty())).extracting(Finding::rule).containsOnly("missing-secret");
	}

	private List<Finding> check(TestEnvironment environment) {
		return this.contract.check(environment).findings();
	}

	private Finding only(TestEnvironment environment) {
		List<Finding> findings = check(environment);
		assertThat(findings).hasSize(1);
		return findings.get(0);
	}

}
