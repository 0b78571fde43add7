package dev.groundwork.contract;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Contract}: what is wrong with the contract itself.
 */
class ContractDeclarationTests {

	private final TestEnvironment environment = TestEnvironment.withYaml("app.key: " + Requirements.GOOD);

	@Test
	void entryWithoutPropertyIsRefused() {
		assertInvalid(Requirements.property(""), "groundwork.contract.secrets[0].property",
				"is missing: the entry names no property");
	}

	@Test
	void entryWithPropertyThatIsNotCanonicalIsRefused() {
		assertInvalid(Requirements.property("app.signingKey"), "groundwork.contract.secrets[0].property",
				"'app.signingKey' is not a canonical property name");
	}

	@Test
	void entryWithNegativeMinimumIsRefused() {
		assertInvalid(new SecretRequirement("app.key", null, List.of(), -1, null),
				"groundwork.contract.secrets[0].min-bytes", "-1 is negative");
	}

	@Test
	void entryWithBlankAliasIsRefused() {
		assertInvalid(new SecretRequirement("app.key", null, List.of(" "), 0, null), "groundwork.contract.secrets[0]",
				"has a blank name in 'environment' or 'aliases'");
	}

	@Test
	void secondEntryForTheSamePropertyIsRefused() {
		Finding finding = new Contract(List.of(Requirements.property("app.key"), Requirements.property("app.key")))
			.check(this.environment)
			.findings()
			.get(0);
		assertThat(finding.property()).isEqualTo("groundwork.contract.secrets[1].property");
		assertThat(finding.reason())
			.isEqualTo("'app.key' is listed twice, first in 'groundwork.contract.secrets[0].property'");
	}

	@Test
	void otherEntriesAreStillChecked() {
		assertThat(new Contract(List.of(Requirements.property(""), Requirements.property("app.other")))
			.check(this.environment)
			.findings()).extracting(Finding::rule).containsExactly("invalid-contract", "missing-secret");
	}

	private void assertInvalid(SecretRequirement requirement, String property, String reason) {
		List<Finding> findings = new Contract(List.of(requirement)).check(this.environment).findings();
		assertThat(findings).hasSize(1);
		assertThat(findings.get(0).rule()).isEqualTo("invalid-contract");
		assertThat(findings.get(0).severity()).isEqualTo(Severity.ERROR);
		assertThat(findings.get(0).property()).isEqualTo(property);
		assertThat(findings.get(0).reason()).isEqualTo(reason);
	}

}
