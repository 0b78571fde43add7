package dev.groundwork.contract;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link UnreadVariableRule}.
 */
class UnreadVariableRuleTests {

	private final TestEnvironment environment = TestEnvironment.withYaml("""
			spring.application.name: orders
			orders.mail.host: localhost
			orders.region: ${ORDERS_REGION:eu}
			""");

	@Test
	void variableThatNothingReadsIsAWarning() {
		this.environment.variable("ORDERS_COLOUR", "blue");
		assertThat(find("ORDERS_")).singleElement().satisfies((finding) -> {
			assertThat(finding.severity()).isEqualTo(Severity.WARNING);
			assertThat(finding.property()).isEqualTo("ORDERS_COLOUR");
			assertThat(finding.place()).isEqualTo("environment variable ORDERS_COLOUR");
			assertThat(finding.reason()).isEqualTo("is set and nothing reads it");
			assertThat(finding.remedy()).contains("unset ORDERS_COLOUR", "orders.colour");
		});
	}

	@Test
	void nameThatWasProbablyMeantIsNamed() {
		this.environment.variable("ORDERS_REGOIN", "us");
		assertThat(find("ORDERS_")).singleElement().satisfies((finding) -> {
			assertThat(finding.reason()).endsWith("did you mean 'ORDERS_REGION'?");
			assertThat(finding.remedy()).startsWith("Rename 'ORDERS_REGOIN' to 'ORDERS_REGION'");
		});
	}

	@Test
	void whatTheNamesHaveInCommonDoesNotMakeThemClose() {
		this.environment.variable("ORDERS_MAIL_PORT", "25");
		assertThat(find("ORDERS_")).extracting(Finding::reason).containsExactly("is set and nothing reads it");
	}

	@Test
	void variablesThatAreReadAreNotTold() {
		this.environment.variable("ORDERS_MAIL_HOST", "mail")
			.variable("ORDERS_REGION", "us")
			.variable("ORDERS_LIMITS_0_NAME", "a")
			.variable("ORDERS_LISTED", "b")
			.variable("PATH", "/bin");
		assertThat(find("ORDERS_")).isEmpty();
	}

	@Test
	void whatKubernetesAddsForTheServiceIsNotTold() {
		this.environment.variable("ORDERS_SERVICE_HOST", "10.0.0.7")
			.variable("ORDERS_SERVICE_PORT", "80")
			.variable("ORDERS_SERVICE_PORT_HTTP", "80")
			.variable("ORDERS_PORT", "tcp://10.0.0.7:80")
			.variable("ORDERS_PORT_80_TCP_ADDR", "10.0.0.7");
		assertThat(find("ORDERS_")).isEmpty();
	}

	@Test
	void prefixIsThatOfTheApplicationByItself() {
		this.environment.variable("ORDERS_REGOIN", "us").variable("ORDERS_COLOUR", "blue");
		assertThat(find()).extracting(Finding::property).containsExactly("ORDERS_REGOIN");
	}

	private List<Finding> find(String... prefixes) {
		ContractTerms terms = new ContractTerms(List.of(),
				List.of(new PropertyRequirement("orders.listed", null, null)), Map.of(), List.of(prefixes));
		return Stream.of(new Contract(terms).check(this.environment, Deployments.reading("orders.limits")))
			.flatMap((report) -> report.findings().stream())
			.filter((finding) -> finding.rule().equals("unread-variable"))
			.toList();
	}

}
