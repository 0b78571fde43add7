package dev.groundwork.contract;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LeftoverPlaceholderRule}.
 */
class LeftoverPlaceholderRuleTests {

	@Test
	void placeholderOfNothingIsToldWithItsPlaceAndWhatToType() {
		assertThat(find("app.mail.host: ${MAIL_HOST}")).singleElement().satisfies((finding) -> {
			assertThat(finding.severity()).isEqualTo(Severity.ERROR);
			assertThat(finding.property()).isEqualTo("app.mail.host");
			assertThat(finding.place()).contains("application.yml").endsWith(":1:16");
			assertThat(finding.reason()).startsWith("refers to 'MAIL_HOST', which is not set");
			assertThat(finding.remedy()).contains("export MAIL_HOST=<value>", "${MAIL_HOST:<default>}");
		});
	}

	@Test
	void placeholderThatIsNotClosedIsTold() {
		assertThat(find("app.mail.host: ${MAIL_HOST")).singleElement()
			.satisfies((finding) -> assertThat(finding.remedy()).startsWith("Close every '${'"));
	}

	@Test
	void propertyThatNothingIsKnownToReadIsOnlyAWarning() {
		TestEnvironment environment = TestEnvironment.withYaml("""
				app.mail.host: ${MAIL_HOST}
				other.mail.host: ${OTHER_HOST}
				""");
		assertThat(find(environment, Deployments.reading("app.mail"))).extracting(Finding::severity)
			.containsExactly(Severity.ERROR, Severity.WARNING);
	}

	@ParameterizedTest
	@ValueSource(strings = { "app.mail.host: ${MAIL_HOST:mail}", "app.mail.host: ${other.host}\nother.host: a",
			"app.mail.host: \\${MAIL_HOST}", "logging.pattern.console: '%d{${FORMAT}} %m%n'",
			"app.rewrite: /$\\{segment}", "app.spel: '#{1 + 1}'" })
	void whatIsInOrderIsNotTold(String yaml) {
		assertThat(find(yaml)).isEmpty();
	}

	@Test
	void whatBelongsToTheMachineIsNotTold() {
		TestEnvironment environment = TestEnvironment.empty()
			.variable("PS1", "${debian_chroot:+($debian_chroot)}${x}")
			.variable("SPRING_MAIL_HOST", "${x}")
			.systemProperty("java.prompt", "${x}");
		assertThat(find(environment, Deployments.PLAIN)).isEmpty();
	}

	@Test
	void valueThatSomethingOverridesIsNotTold() {
		TestEnvironment environment = TestEnvironment.withYaml("app.mail.host: ${MAIL_HOST}")
			.variable("APP_MAIL_HOST", "mail");
		assertThat(find(environment, Deployments.PLAIN)).isEmpty();
	}

	@Test
	void secretOfTheContractHasItsOwnRule() {
		TestEnvironment environment = TestEnvironment.withYaml("""
				app.jwt.secret: ${jwt.shared}
				jwt.shared: ${JWT_SECRET}
				""");
		assertThat(Deployments.find("leftover-placeholder", environment, Deployments.PLAIN, Requirements.jwtSecret()))
			.isEmpty();
	}

	private static List<Finding> find(String yaml) {
		return find(TestEnvironment.withYaml(yaml), Deployments.PLAIN);
	}

	private static List<Finding> find(TestEnvironment environment, Deployment deployment) {
		return Deployments.find("leftover-placeholder", environment, deployment);
	}

}
