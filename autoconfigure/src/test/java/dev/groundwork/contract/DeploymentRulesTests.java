package dev.groundwork.contract;

import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link HotReloadRule}, {@link StaleBuildRule}, {@link SchemaGenerationRule}
 * and {@link SwitchRule}.
 */
class DeploymentRulesTests {

	private static final String COMMIT = "4f2c9d1a7be0354f2c9d1a7be0354f2c9d1a7be0";

	@Test
	void hotReloadInContainerIsAnError() {
		assertThat(Deployments.find("hot-reload", TestEnvironment.empty(), Deployments.reloading(true, "HotswapAgent")))
			.singleElement()
			.satisfies((finding) -> {
				assertThat(finding.severity()).isEqualTo(Severity.ERROR);
				assertThat(finding.reason()).startsWith("HotswapAgent exchanges code");
				assertThat(finding.remedy()).contains("SPRING_PROFILES_ACTIVE=dev");
			});
	}

	@Test
	void hotReloadElsewhereMayBeThatOfADeveloper() {
		assertThat(Deployments.find("hot-reload", TestEnvironment.empty(),
				Deployments.reloading(false, "Spring Boot DevTools")))
			.extracting(Finding::severity)
			.containsExactly(Severity.WARNING);
	}

	@Test
	void propertyThatSwitchesDevToolsOnIsNamed() {
		TestEnvironment environment = TestEnvironment.withYaml("spring.devtools.remote.secret: word");
		assertThat(Deployments.find("hot-reload", environment, Deployments.reloading(true, "Spring Boot DevTools")))
			.singleElement()
			.satisfies((finding) -> {
				assertThat(finding.property()).isEqualTo("spring.devtools.remote.secret");
				assertThat(finding.place()).contains("application.yml");
				assertThat(finding.reason() + finding.remedy()).doesNotContain("word");
			});
	}

	@Test
	void hotReloadIsInOrderInDevelopmentAndPropertiesAloneDoNothing() {
		TestEnvironment environment = TestEnvironment.withYaml("spring.devtools.restart.enabled: true");
		assertThat(Deployments.find("hot-reload", environment, Deployments.DEVELOPMENT)).isEmpty();
		assertThat(Deployments.find("hot-reload", environment, Deployments.CONTAINER)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "expected-commit, 1111111, " + COMMIT + ", 1.0", "expected-commit, 4f2, " + COMMIT + ", 1.0",
			"expected-version, 1.1, " + COMMIT + ", 1.0", "expected-commit, " + COMMIT + ", , 1.0",
			"expected-version, 1.0, " + COMMIT + "," })
	void otherBuildIsAnError(String key, String expected, @Nullable String commit, @Nullable String version) {
		TestEnvironment environment = TestEnvironment.empty()
			.variable("GROUNDWORK_CONTRACT_" + key.toUpperCase(Locale.ROOT).replace("-", ""), expected);
		assertThat(Deployments.find("stale-build", environment, Deployments.built(commit, version))).singleElement()
			.satisfies((finding) -> {
				assertThat(finding.severity()).isEqualTo(Severity.ERROR);
				assertThat(finding.property()).isEqualTo("groundwork.contract." + key);
				assertThat(finding.place()).startsWith("environment variable GROUNDWORK_CONTRACT_EXPECTED");
			});
	}

	@ParameterizedTest
	@CsvSource({ "4f2c9d1," + COMMIT, "4F2C9D1A," + COMMIT, COMMIT + ",4f2c9d1", COMMIT + "," + COMMIT })
	void shortAndLongHashOfTheSameCommitAreTheSame(String expected, String actual) {
		TestEnvironment environment = TestEnvironment.withYaml("groundwork.contract.expected-commit: \"" + expected
				+ "\"\ngroundwork.contract.expected-version: \"1.0\"");
		assertThat(Deployments.find("stale-build", environment, Deployments.built(actual, "1.0"))).isEmpty();
	}

	@Test
	void variableFromTheDockerfileIsReadWithItsUnderscores() {
		TestEnvironment environment = TestEnvironment.empty()
			.variable("GROUNDWORK_CONTRACT_EXPECTED_COMMIT", "1111111");
		assertThat(Deployments.find("stale-build", environment, Deployments.built(COMMIT, null))).hasSize(1);
		assertThat(Deployments.find("stale-build", environment, Deployments.PLAIN)).hasSize(1);
	}

	@Test
	void buildIsNobodysBusinessUnlessOneIsExpected() {
		assertThat(Deployments.find("stale-build", TestEnvironment.empty(), Deployments.PLAIN)).isEmpty();
		assertThat(Deployments.find("stale-build", TestEnvironment.withYaml("groundwork.contract.expected-commit: ''"),
				Deployments.PLAIN))
			.isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "hibernate.ddl-auto, create, ERROR", "hibernate.ddl-auto, create-drop, ERROR",
			"properties.hibernate.hbm2ddl.auto, drop, ERROR",
			"properties.jakarta.persistence.schema-generation.database.action, drop-and-create, ERROR",
			"properties.jakarta.persistence.schema-generation.database.action, create, WARNING",
			"hibernate.ddl-auto, update, WARNING" })
	void tablesOfLastingDatabaseAreNotForTheStart(String key, String value, Severity severity) {
		TestEnvironment environment = TestEnvironment
			.withYaml("spring.datasource.url: jdbc:postgresql://db/orders\nspring.jpa." + key + ": " + value);
		assertThat(Deployments.find("schema-generation", environment, Deployments.PLAIN)).singleElement()
			.satisfies((finding) -> {
				assertThat(finding.severity()).isEqualTo(severity);
				assertThat(finding.property()).isEqualTo("spring.jpa." + key);
				assertThat(finding.remedy()).contains("spring.jpa." + key + ": ");
			});
		assertThat(Deployments.find("schema-generation", environment, Deployments.DEVELOPMENT)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "spring.jpa.hibernate.ddl-auto: create-drop",
			"{ spring.jpa.hibernate.ddl-auto: create, spring.datasource.url: 'jdbc:h2:mem:orders' }",
			"{ spring.jpa.hibernate.ddl-auto: create, spring.datasource.url: 'jdbc:tc:postgresql:17:///orders' }",
			"{ spring.jpa.hibernate.ddl-auto: validate, spring.datasource.url: 'jdbc:postgresql://db/orders' }" })
	void databaseThatPassesAndTablesThatStayAreInOrder(String yaml) {
		assertThat(Deployments.find("schema-generation", TestEnvironment.withYaml(yaml), Deployments.PLAIN)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "circular-references, spring.main.allow-circular-references, true",
			"h2-console, spring.h2.console.enabled, true",
			"show-details, management.endpoint.health.show-details, ALWAYS", "debug-mode, debug, true",
			"debug-mode, debug, ''", "debug-mode, trace, true" })
	void switchThatPeopleRegretIsAWarning(String rule, String property, String value) {
		TestEnvironment environment = TestEnvironment.withYaml(property + ": '" + value + "'");
		assertThat(Deployments.find(rule, environment, Deployments.PLAIN)).singleElement().satisfies((finding) -> {
			assertThat(finding.severity()).isEqualTo(Severity.WARNING);
			assertThat(finding.property()).isEqualTo(property);
			assertThat(finding.place()).contains("application.yml");
		});
		assertThat(Deployments.find(rule, environment, Deployments.DEVELOPMENT))
			.hasSize(rule.equals("circular-references") ? 1 : 0);
	}

	@ParameterizedTest
	@CsvSource({ "circular-references, spring.main.allow-circular-references, false",
			"h2-console, spring.h2.console.enabled, false",
			"show-details, management.endpoint.health.show-details, when-authorized", "debug-mode, debug, false",
			"debug-mode, app.debug, true" })
	void switchThatIsInOrderIsNotTold(String rule, String property, String value) {
		assertThat(Deployments.find(rule, TestEnvironment.withYaml(property + ": " + value), Deployments.PLAIN))
			.isEmpty();
	}

}
