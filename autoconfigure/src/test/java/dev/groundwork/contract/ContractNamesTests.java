package dev.groundwork.contract;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Contract}: what is wrong with the names of a secret.
 */
class ContractNamesTests {

	private static final String READS_VARIABLE = "app.jwt.secret: ${JWT_SECRET}";

	private static final String READS_ALIAS = "app.jwt.secret: ${JWT_SECRET:${JWT_SECRET_KEY}}";

	private static final String OTHER = "Zx" + Requirements.GOOD;

	private final SecretRequirement withAlias = Requirements.jwtSecret("JWT_SECRET_KEY");

	private final SecretRequirement withoutAlias = Requirements.jwtSecret();

	@Test
	void aliasThatIsReadIsAcceptedWithWarning() {
		Finding finding = only(this.withAlias,
				TestEnvironment.withYaml(READS_ALIAS).variable("JWT_SECRET_KEY", Requirements.GOOD));
		assertThat(finding.rule()).isEqualTo("alias-used");
		assertThat(finding.severity()).isEqualTo(Severity.WARNING);
		assertThat(finding.reason()).isEqualTo("is read from its alias 'JWT_SECRET_KEY'");
		assertThat(finding.remedy()).isEqualTo("Rename 'JWT_SECRET_KEY' to 'JWT_SECRET' where it is set.");
	}

	@Test
	void aliasIsRecognizedUnderItsRelaxedName() {
		assertThat(rules(this.withAlias, TestEnvironment.withYaml("app.jwt.secret: ${jwt.secret.key}")
			.variable("JWT_SECRET_KEY", Requirements.GOOD))).containsExactly("alias-used");
	}

	@Test
	void badValueOfAliasIsReportedBesideTheAlias() {
		assertThat(rules(this.withAlias, TestEnvironment.withYaml(READS_ALIAS).variable("JWT_SECRET_KEY", "short")))
			.containsExactly("short-secret", "alias-used");
	}

	@Test
	void aliasThatIsNotReadIsRefusedWithTheLineToWrite() {
		Finding finding = only(this.withAlias,
				TestEnvironment.withYaml("# nothing").variable("JWT_SECRET_KEY", Requirements.GOOD));
		assertThat(finding.rule()).isEqualTo("unread-name");
		assertThat(finding.remedy()).isEqualTo("""
				Add to application.yml:
				    app.jwt.secret: ${JWT_SECRET:${JWT_SECRET_KEY}}""");
	}

	@Test
	void variableThatNoPropertyRefersToIsRefusedWithTheLineToAdd() {
		Finding finding = only(this.withoutAlias, TestEnvironment.empty().variable("JWT_SECRET", Requirements.GOOD));
		assertThat(finding.rule()).isEqualTo("unread-name");
		assertThat(finding.reason())
			.isEqualTo("'JWT_SECRET' is set, but no property refers to it, so 'app.jwt.secret' has no value");
		assertThat(finding.remedy()).isEqualTo("""
				Add to application.yml:
				    app.jwt.secret: ${JWT_SECRET}""");
	}

	@Test
	void aliasBesideUnresolvedPlaceholderIsPartOfTheSameFinding() {
		Finding finding = only(this.withAlias,
				TestEnvironment.withYaml(READS_VARIABLE).variable("JWT_SECRET_KEY", Requirements.GOOD));
		assertThat(finding.rule()).isEqualTo("unresolved-placeholder");
		assertThat(finding.reason()).endsWith(
				"'JWT_SECRET_KEY' (environment variable JWT_SECRET_KEY) is set, but 'app.jwt.secret' does not read it");
	}

	@Test
	void valuesThatDifferAreRefusedWithBothNamesAndPlaces() {
		Finding finding = only(this.withoutAlias,
				TestEnvironment.withYaml("app.jwt.secret: " + Requirements.GOOD).variable("JWT_SECRET", OTHER));
		assertThat(finding.rule()).isEqualTo("conflicting-names");
		assertThat(finding.severity()).isEqualTo(Severity.ERROR);
		assertThat(finding.reason()).isEqualTo("'app.jwt.secret' (Byte array resource [application.yml]:1:17) and "
				+ "'JWT_SECRET' (environment variable JWT_SECRET) have different values");
	}

	@Test
	void aliasThatDiffersFromTheVariableThatIsReadIsRefused() {
		Finding finding = only(this.withAlias,
				TestEnvironment.withYaml(READS_VARIABLE)
					.variable("JWT_SECRET", Requirements.GOOD)
					.variable("JWT_SECRET_KEY", OTHER));
		assertThat(finding.rule()).isEqualTo("conflicting-names");
		assertThat(finding.remedy()).isEqualTo("""
				Keep the right value under 'JWT_SECRET' only.
				Remove environment variable JWT_SECRET_KEY:
				    unset JWT_SECRET_KEY""");
	}

	@Test
	void valuesThatAreEqualAreAcceptedWithOneWarning() {
		Finding finding = only(this.withAlias,
				TestEnvironment.withYaml(READS_VARIABLE)
					.variable("JWT_SECRET", Requirements.GOOD)
					.variable("JWT_SECRET_KEY", Requirements.GOOD));
		assertThat(finding.rule()).isEqualTo("duplicate-names");
		assertThat(finding.severity()).isEqualTo(Severity.WARNING);
	}

	@Test
	void propertyAndTheVariableItReadsAreNotTwoNames() {
		assertThat(rules(this.withoutAlias,
				TestEnvironment.withYaml(READS_VARIABLE).variable("JWT_SECRET", Requirements.GOOD)))
			.isEmpty();
	}

	@Test
	void propertyAndItsRelaxedVariableAreNotTwoNames() {
		SecretRequirement requirement = new SecretRequirement("app.jwt.secret", "APP_JWT_SECRET", List.of(), 0, null);
		assertThat(rules(requirement, TestEnvironment.empty().variable("APP_JWT_SECRET", Requirements.GOOD))).isEmpty();
	}

	@Test
	void overriddenPropertyIsNotAConflict() {
		assertThat(rules(this.withoutAlias, TestEnvironment.withYaml("app.jwt.secret: " + OTHER)
			.commandLine("--app.jwt.secret=" + Requirements.GOOD))).isEmpty();
	}

	@Test
	void blankNameIsNotAConflict() {
		assertThat(rules(this.withAlias,
				TestEnvironment.withYaml(READS_VARIABLE)
					.variable("JWT_SECRET", Requirements.GOOD)
					.variable("JWT_SECRET_KEY", "")))
			.isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "JWT_SECRET_KEY", "JWT_SECRT", "JWTSECRET", "SECRET_JWT", "MY_JWT_SECRET", "jwt_secret",
			"JWT_SERCET", "APP_JWT_SECRT" })
	void nearMissIsOneFindingThatNamesBoth(String name) {
		Finding finding = only(this.withoutAlias,
				TestEnvironment.withYaml("# nothing").variable(name, Requirements.GOOD));
		assertThat(finding.rule()).isEqualTo("near-miss-name");
		assertThat(finding.reason()).startsWith("'" + name + "' is set and nothing reads it: did you mean '")
			.endsWith("JWT_SECRET'?");
		assertThat(finding.place()).isEqualTo("environment variable " + name);
	}

	@ParameterizedTest
	@ValueSource(strings = { READS_VARIABLE, "app.jwt.secret: ${JWT_SECRET:dev-secret}", "app.jwt.secret: ''" })
	void nearMissBesideValueThatIsNoneIsOneFinding(String yaml) {
		assertThat(
				rules(this.withoutAlias, TestEnvironment.withYaml(yaml).variable("JWT_SECRET_KEY", Requirements.GOOD)))
			.containsExactly("near-miss-name");
	}

	@Test
	void remedyOfNearMissRenamesAndAddsTheLineThatReadsIt() {
		Finding finding = only(this.withoutAlias,
				TestEnvironment.empty().variable("JWT_SECRET_KEY", Requirements.GOOD));
		assertThat(finding.remedy()).isEqualTo("""
				Rename 'JWT_SECRET_KEY' to 'JWT_SECRET' where it is set.
				Add to application.yml:
				    app.jwt.secret: ${JWT_SECRET}""");
	}

	@Test
	void nearMissOfPropertyIsFoundWithItsLine() {
		Finding finding = only(Requirements.property("app.jwt.secret"), TestEnvironment.withYaml("""
				app:
				  jwt:
				    secrt: %s
				""".formatted(Requirements.GOOD)));
		assertThat(finding.reason())
			.isEqualTo("'app.jwt.secrt' is set and nothing reads it: did you mean 'app.jwt.secret'?");
		assertThat(finding.place()).isEqualTo("Byte array resource [application.yml]:3:12");
	}

	@Test
	void nameThatAnotherPropertyReadsIsNoNearMiss() {
		assertThat(rules(this.withoutAlias,
				TestEnvironment.withYaml("other.key: ${JWT_SECRET_KEY}").variable("JWT_SECRET_KEY", Requirements.GOOD)))
			.containsExactly("missing-secret");
	}

	@Test
	void nameOfAnotherSecretIsNoNearMiss() {
		Contract contract = new Contract(
				List.of(this.withoutAlias, new SecretRequirement("app.refresh", "JWT_SECRET_KEY", List.of(), 0, null)));
		TestEnvironment environment = TestEnvironment.withYaml("app.refresh: ${JWT_SECRET_KEY}")
			.variable("JWT_SECRET_KEY", Requirements.GOOD);
		assertThat(contract.check(environment).findings()).extracting(Finding::rule).containsExactly("missing-secret");
	}

	@ParameterizedTest
	@ValueSource(strings = { "STRIPE_SECRET_KEY", "JWT_SECRET_KEY", "USER", "SHELL" })
	void genericNameOfAnotherSubjectIsNoNearMiss(String name) {
		SecretRequirement requirement = new SecretRequirement("app.secret-key", "SECRET_KEY", List.of(), 0, null);
		assertThat(rules(requirement, TestEnvironment.empty().variable(name, Requirements.GOOD)))
			.containsExactly("missing-secret");
	}

	@Test
	void environmentOfTheIncidentIsReportedWhole() {
		Contract contract = new Contract(
				List.of(new SecretRequirement("app.secret-key", "SECRET_KEY", List.of(), 32, null), this.withoutAlias));
		TestEnvironment environment = TestEnvironment.withYaml("""
				app:
				  secret-key: ${SECRET_KEY}
				  jwt:
				    secret: ${JWT_SECRET:dev-secret}
				""").variable("JWT_SECRET_KEY", Requirements.GOOD);
		assertThat(contract.check(environment).findings()).extracting(Finding::rule)
			.containsExactly("unresolved-placeholder", "near-miss-name");
	}

	private static List<String> rules(SecretRequirement requirement, TestEnvironment environment) {
		return new Contract(List.of(requirement)).check(environment).findings().stream().map(Finding::rule).toList();
	}

	private static Finding only(SecretRequirement requirement, TestEnvironment environment) {
		List<Finding> findings = new Contract(List.of(requirement)).check(environment).findings();
		assertThat(findings).hasSize(1);
		return findings.get(0);
	}

}
