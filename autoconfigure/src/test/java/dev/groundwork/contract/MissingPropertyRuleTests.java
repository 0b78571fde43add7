package dev.groundwork.contract;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link MissingPropertyRule}.
 */
class MissingPropertyRuleTests {

	private static final String CONDITION = "app.mail.provider=smtp";

	@Test
	void propertyThatIsNotSetIsMissing() {
		Finding finding = only(null, TestEnvironment.empty());
		assertThat(finding.rule()).isEqualTo("missing-property");
		assertThat(finding.severity()).isEqualTo(Severity.ERROR);
		assertThat(finding.property()).isEqualTo("app.mail.host");
		assertThat(finding.reason()).isEqualTo("is required and not set");
		assertThat(finding.remedy()).isEqualTo("""
				Add to application.yml:
				    app.mail.host: <value>
				or set it where the application starts:
				    export APP_MAIL_HOST=<value>""");
	}

	@ParameterizedTest
	@ValueSource(strings = { "app.mail.host: ''", "app.mail.host: '  '", "app.mail.host:", "app.mail.host: ${OTHER:}" })
	void blankPropertyIsMissing(String yaml) {
		Finding finding = only(null, TestEnvironment.withYaml(yaml));
		assertThat(finding.reason()).isEqualTo("is required and is set, but blank");
		assertThat(finding.place()).endsWith("[application.yml]:1:" + (yaml.endsWith(":") ? 15 : 16));
	}

	@Test
	void unresolvedPropertyIsMissing() {
		Finding finding = only(null, TestEnvironment.withYaml("app.mail.host: ${MAIL_HOST}"));
		assertThat(finding.reason()).isEqualTo("is required and refers to 'MAIL_HOST', which is not set: "
				+ "the application would read the text '${…}' itself");
		assertThat(finding.remedy()).isEqualTo("""
				Set it where the application starts:
				    export MAIL_HOST=<value>""");
	}

	@Test
	void blankVariableIsToldWithItsName() {
		Finding finding = only(null, TestEnvironment.withYaml("app.mail.host: ${MAIL_HOST}").variable("MAIL_HOST", ""));
		assertThat(finding.reason()).isEqualTo("is required and is blank: it is read from 'MAIL_HOST', which is empty");
		assertThat(finding.remedy()).contains("export MAIL_HOST=<value>");
	}

	@ParameterizedTest
	@ValueSource(strings = { "app.mail.host: mail.example.org", "app.mail.host: ${MAIL_HOST:localhost}",
			"app.mail.host: [ a, b ]", "app.mail.host: { primary: a }", "APP_MAIL_HOST: x\napp.mail.host: y" })
	void propertyThatIsSetIsInOrder(String yaml) {
		assertThat(check(null, TestEnvironment.withYaml(yaml))).isEmpty();
	}

	@Test
	void relaxedVariableIsTheProperty() {
		assertThat(check(null, TestEnvironment.empty().variable("APP_MAIL_HOST", "x"))).isEmpty();
		assertThat(check(null, TestEnvironment.empty().variable("APP_MAIL_HOST_0", "x"))).isEmpty();
	}

	@Test
	void propertyIsMissingOnlyWhileItsConditionHolds() {
		assertThat(check(CONDITION, TestEnvironment.withYaml("app.mail.provider: log"))).isEmpty();
		assertThat(only(CONDITION, TestEnvironment.withYaml("app.mail.provider: smtp")).reason())
			.isEqualTo("is required, because 'app.mail.provider=smtp' holds, and not set");
	}

	@Test
	void similarNameIsToldWithThePlace() {
		Finding finding = only(null, TestEnvironment.withYaml("app.mail.hots: mail.example.org"));
		assertThat(finding.reason()).isEqualTo("is required and not set; is 'app.mail.hots' "
				+ "(Byte array resource [application.yml]:1:16) meant to be 'app.mail.host'?");
		assertThat(finding.remedy()).isEqualTo("Rename 'app.mail.hots' to 'app.mail.host' where it is set.");
	}

	@Test
	void variableSimilarToTheOneThatIsReadIsTold() {
		assertThat(only(null,
				TestEnvironment.withYaml("app.mail.host: ${MAIL_HOST}").variable("MAIL_HSOT", "mail.example.org"))
			.reason()).endsWith("is 'MAIL_HSOT' (environment variable MAIL_HSOT) meant to be 'MAIL_HOST'?");
	}

	@Test
	void nameThatIsRequiredItselfIsNotMeantToBeAnother() {
		ContractTerms terms = new ContractTerms(List.of(), List.of(new PropertyRequirement("app.mail.host", null, null),
				new PropertyRequirement("app.mail.hosts", null, null)), Map.of(), List.of());
		assertThat(new Contract(terms).check(TestEnvironment.withYaml("app.mail.hosts: x")).findings()).singleElement()
			.satisfies((finding) -> assertThat(finding.reason()).isEqualTo("is required and not set"));
	}

	@Test
	void missingSecretSaysUnderWhichConditionItIsRequired() {
		SecretRequirement requirement = new SecretRequirement("app.mail.password", null, List.of(), 0, Encoding.PLAIN,
				Condition.of(CONDITION), null);
		assertThat(new Contract(List.of(requirement)).check(TestEnvironment.withYaml("app.mail.provider: smtp"))
			.findings())
			.singleElement()
			.satisfies((finding) -> assertThat(finding.reason())
				.isEqualTo("is required, because 'app.mail.provider=smtp' holds, and not set: "
						+ "looked for 'app.mail.password'"));
	}

	private static List<Finding> check(@Nullable String condition, TestEnvironment environment) {
		PropertyRequirement requirement = new PropertyRequirement("app.mail.host",
				(condition != null) ? Condition.of(condition) : null, null);
		return new Contract(new ContractTerms(List.of(), List.of(requirement), Map.of(), List.of())).check(environment)
			.findings();
	}

	private static Finding only(@Nullable String condition, TestEnvironment environment) {
		List<Finding> findings = check(condition, environment);
		assertThat(findings).hasSize(1);
		return findings.get(0);
	}

}
