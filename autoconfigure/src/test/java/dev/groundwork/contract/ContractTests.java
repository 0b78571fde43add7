package dev.groundwork.contract;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Contract}: what is wrong with a value.
 */
class ContractTests {

	private static final String READS_VARIABLE = "app.jwt.secret: ${JWT_SECRET}";

	@Test
	void goodSecretHasNoFinding() {
		assertThat(check(TestEnvironment.withYaml(READS_VARIABLE).variable("JWT_SECRET", Requirements.GOOD))).isEmpty();
	}

	@Test
	void propertyIsFoundByRelaxedBinding() {
		assertThat(check(TestEnvironment.empty().variable("APP_JWT_SECRET", Requirements.GOOD))).isEmpty();
	}

	@Test
	void propertyIsFoundInSourceThatSpringBootDoesNotKnow() {
		assertThat(check(new MockEnvironment().withProperty("app.jwt.secret", Requirements.GOOD))).isEmpty();
	}

	@Test
	void missingSecretIsNamedUnderAllItsNames() {
		Finding finding = only(TestEnvironment.empty());
		assertThat(finding.rule()).isEqualTo("missing-secret");
		assertThat(finding.property()).isEqualTo("app.jwt.secret");
		assertThat(finding.reason())
			.isEqualTo("is required and not set: looked for 'app.jwt.secret', 'JWT_SECRET', 'JWT_KEY'");
	}

	@Test
	void remedyOfMissingSecretIsWhatToType() {
		assertThat(only(TestEnvironment.empty()).remedy()).isEqualTo("""
				Add to application.yml:
				    app.jwt.secret: ${JWT_SECRET}
				Set it where the application starts:
				    export JWT_SECRET=$(openssl rand -base64 48)""");
	}

	@Test
	void remedyWithoutCanonicalVariableSetsPropertyByRelaxedBinding() {
		Finding finding = new Contract(List.of(Requirements.property("app.signing-keys[0].secret")))
			.check(TestEnvironment.empty())
			.findings()
			.get(0);
		assertThat(finding.remedy()).isEqualTo("""
				Set it where the application starts:
				    export APP_SIGNINGKEYS_0_SECRET=$(openssl rand -base64 48)""");
	}

	@Test
	void remedyGeneratesEnoughBytes() {
		SecretRequirement requirement = new SecretRequirement("app.key", null, List.of(), 129, null);
		assertThat(new Contract(List.of(requirement)).check(TestEnvironment.empty()).findings().get(0).remedy())
			.contains("$(openssl rand -hex 65)");
	}

	@ParameterizedTest
	@ValueSource(strings = { "''", "'   '", "\"\\n\"" })
	void blankSecretIsRefused(String value) {
		assertThat(rule(TestEnvironment.withYaml("app.jwt.secret: " + value))).isEqualTo("blank-secret");
	}

	@Test
	void blankVariableIsNamed() {
		Finding finding = only(TestEnvironment.withYaml(READS_VARIABLE).variable("JWT_SECRET", ""));
		assertThat(finding.rule()).isEqualTo("blank-secret");
		assertThat(finding.reason()).isEqualTo("is blank: it is read from 'JWT_SECRET', which is empty");
		assertThat(finding.place()).isEqualTo("environment variable JWT_SECRET");
	}

	@Test
	void unresolvedPlaceholderIsRefusedAndNamed() {
		Finding finding = only(TestEnvironment.withYaml(READS_VARIABLE));
		assertThat(finding.rule()).isEqualTo("unresolved-placeholder");
		assertThat(finding.reason())
			.isEqualTo("refers to 'JWT_SECRET', which is not set: the application would read the text '${…}' itself");
	}

	@Test
	void remedyOfUnresolvedPlaceholderDoesNotRepeatTheLineThatIsThere() {
		assertThat(only(TestEnvironment.withYaml(READS_VARIABLE)).remedy()).isEqualTo("""
				Set it where the application starts:
				    export JWT_SECRET=$(openssl rand -base64 48)""");
	}

	@Test
	void placeholderWithoutEndIsRefused() {
		assertThat(rule(
				TestEnvironment.withYaml("app.jwt.secret: ${JWT_SECRET").variable("JWT_SECRET", Requirements.GOOD)))
			.isEqualTo("unresolved-placeholder");
	}

	@Test
	void placeholderThatRefersToItselfIsRefused() {
		assertThat(rule(TestEnvironment.withYaml("app.jwt.secret: ${app.jwt.secret}")))
			.isEqualTo("unresolved-placeholder");
	}

	@Test
	void valueOfPlaceholderDefaultIsRefusedAndVariableIsNamed() {
		Finding finding = only(TestEnvironment.withYaml("app.jwt.secret: ${JWT_SECRET:" + Requirements.GOOD + "}"));
		assertThat(finding.rule()).isEqualTo("placeholder-default");
		assertThat(finding.reason()).isEqualTo("'JWT_SECRET' is not set: the application would silently fall back to "
				+ "the default written in its placeholder");
	}

	@Test
	void defaultOfNestedPlaceholderIsRefusedAndAllVariablesAreNamed() {
		Finding finding = only(
				TestEnvironment.withYaml("app.jwt.secret: ${JWT_SECRET:${JWT_KEY:" + Requirements.GOOD + "}}"));
		assertThat(finding.rule()).isEqualTo("placeholder-default");
		assertThat(finding.reason()).startsWith("'JWT_SECRET', 'JWT_KEY' are not set");
	}

	@Test
	void defaultBehindAnotherPropertyIsRefused() {
		assertThat(rule(TestEnvironment.withYaml("""
				app.jwt.secret: ${jwt.shared}
				jwt.shared: ${JWT_SECRET:%s}
				""".formatted(Requirements.GOOD)))).isEqualTo("placeholder-default");
	}

	@Test
	void defaultOfNameThatContractDoesNotListIsRefused() {
		Finding finding = only(TestEnvironment.withYaml("app.jwt.secret: ${JWT_SECRET:${OTHER_NAME}}")
			.variable("OTHER_NAME", Requirements.GOOD));
		assertThat(finding.rule()).isEqualTo("placeholder-default");
		assertThat(finding.reason()).endsWith("fall back to 'OTHER_NAME', which the contract does not list");
	}

	@Test
	void randomDefaultIsRefused() {
		assertThat(rule(TestEnvironment.withYaml("app.jwt.secret: ${JWT_SECRET:${random.uuid}}")
			.variable("random.uuid", Requirements.GOOD))).isEqualTo("placeholder-default");
	}

	@Test
	void unusedDefaultIsAccepted() {
		assertThat(check(TestEnvironment.withYaml("app.jwt.secret: ${JWT_SECRET:dev-secret}")
			.variable("JWT_SECRET", Requirements.GOOD))).isEmpty();
	}

	@Test
	void defaultOfPlainPartBesideTheSecretIsAccepted() {
		assertThat(check(TestEnvironment.withYaml("app.jwt.secret: ${JWT_SECRET}${JWT_SUFFIX:}")
			.variable("JWT_SECRET", Requirements.GOOD))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "changeme", "CHANGE_ME", "change-me", "secret", "Password", "dev-secret",
			"development-secret", "REPLACE_ME", "<replace me>", "todo", "test", "\"null\"", "undefined", "example",
			"your_secret_here", "JWT_SECRET", "app.jwt.secret" })
	void placeholderWordIsRefused(String value) {
		assertThat(rule(TestEnvironment.withYaml("app.jwt.secret: " + value))).isEqualTo("placeholder-word");
	}

	@Test
	void wordInsideLongerValueIsAccepted() {
		assertThat(check(TestEnvironment.withYaml("app.jwt.secret: password-" + Requirements.GOOD))).isEmpty();
	}

	@Test
	void lengthIsCountedInBytesOfUtf8() {
		Finding finding = only(TestEnvironment.withYaml("app.jwt.secret: ąęśźż"));
		assertThat(finding.rule()).isEqualTo("short-secret");
		assertThat(finding.reason()).isEqualTo("has 10 bytes, needs at least 32");
	}

	@Test
	void anyLengthWillDoByDefault() {
		assertThat(new Contract(List.of(Requirements.property("app.pin"))).check(TestEnvironment.withYaml("app.pin: 7"))
			.findings()).isEmpty();
	}

	@Test
	void allSecretsAreReportedInTheOrderOfTheContract() {
		Contract contract = new Contract(List.of(Requirements.property("a.one"), Requirements.property("b.two"),
				Requirements.property("c.three")));
		assertThat(contract.check(TestEnvironment.withYaml("b.two: todo")).findings()).extracting(Finding::rule)
			.containsExactly("missing-secret", "placeholder-word", "missing-secret");
	}

	@Test
	void checkLeavesEnvironmentAsItWas() {
		TestEnvironment environment = TestEnvironment.withYaml(READS_VARIABLE);
		List<String> before = environment.getPropertySources().stream().map((source) -> source.getName()).toList();
		check(environment);
		assertThat(environment.getPropertySources().stream().map((source) -> source.getName())).isEqualTo(before);
	}

	@Test
	void checkPreparedOnceIsGoodForEveryDeployment() {
		TestEnvironment environment = TestEnvironment.withYaml("""
				app.ledger.url: http://localhost:8081
				app.hook.url: http://me:secret@hooks.example.com/
				groundwork.contract.expected-commit: 0123456789
				""");
		PreparedCheck prepared = new Contract(List.of()).prepare(environment, Deployments.PRODUCTION);
		assertThat(prepared.check(Deployments.PLAIN).findings()).extracting(Finding::rule)
			.containsExactlyInAnyOrder("plain-http-credentials", "stale-build");
		assertThat(prepared.check(Deployments.CONTAINER).findings()).extracting(Finding::rule)
			.containsExactlyInAnyOrder("plain-http-credentials", "stale-build", "loopback-address");
		assertThat(prepared.check(Deployments.built("0123456789", null)).findings()).extracting(Finding::rule)
			.containsExactly("plain-http-credentials");
	}

	@Test
	void preparedCheckHasErrorsWhereASecretIsMissing() {
		Contract contract = new Contract(List.of(Requirements.jwtSecret("JWT_KEY")));
		assertThat(contract.prepare(TestEnvironment.withYaml("app.name: shop"), Deployments.PRODUCTION).hasErrors())
			.isTrue();
	}

	@Test
	void preparedCheckHasErrorsWhereARuleForAllPropertiesIsBroken() {
		ConfigurableEnvironment environment = TestEnvironment.withYaml("spring.main.allow-circular-references: true");
		assertThat(strict("circular-references").prepare(environment, Deployments.PRODUCTION).hasErrors()).isTrue();
	}

	@Test
	void preparedCheckHasNoErrorsWhereOnlyADeploymentBreaksTheContract() {
		ConfigurableEnvironment environment = TestEnvironment.withYaml("app.hook.url: http://localhost/");
		PreparedCheck prepared = strict("loopback-address").prepare(environment, Deployments.PRODUCTION);
		assertThat(prepared.hasErrors()).isFalse();
		assertThat(prepared.check(Deployments.CONTAINER).errors()).isNotEmpty();
	}

	private static Contract strict(String rule) {
		return new Contract(new ContractTerms(List.of(), List.of(), Map.of(rule, Severity.ERROR), List.of()));
	}

	private static List<Finding> check(ConfigurableEnvironment environment) {
		return new Contract(List.of(Requirements.jwtSecret("JWT_KEY"))).check(environment).findings();
	}

	private static Finding only(ConfigurableEnvironment environment) {
		assertThat(check(environment)).hasSize(1).extracting(Finding::severity).containsExactly(Severity.ERROR);
		return check(environment).get(0);
	}

	private static String rule(ConfigurableEnvironment environment) {
		return only(environment).rule();
	}

}
