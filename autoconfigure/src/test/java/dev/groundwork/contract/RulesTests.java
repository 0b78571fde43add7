package dev.groundwork.contract;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Rules}, {@link Condition} and {@link Production}.
 */
class RulesTests {

	private final MockEnvironment environment = new MockEnvironment();

	@Test
	void ruleWithOtherSeverityFindsTheSame() {
		assertThat(check(Map.of("missing-secret", Severity.WARNING))).singleElement().satisfies((finding) -> {
			assertThat(finding.rule()).isEqualTo("missing-secret");
			assertThat(finding.severity()).isEqualTo(Severity.WARNING);
		});
	}

	@Test
	void ruleThatIsOffFindsNothing() {
		assertThat(check(Map.of("missing-secret", Severity.OFF))).isEmpty();
	}

	@Test
	void ruleThatIsOffHidesNoOther() {
		this.environment.withProperty("app.jwt.secret", "changeme");
		assertThat(check(Map.of("placeholder-word", Severity.OFF))).extracting(Finding::rule)
			.containsExactly("short-secret");
	}

	@Test
	void severityOfNoRuleIsRefused() {
		assertThat(check(Map.of("missing-sekret", Severity.OFF))).extracting(Finding::property)
			.contains("groundwork.contract.rules.missing-sekret");
	}

	@Test
	void secretIsRequiredWhileItsConditionHolds() {
		Condition condition = Condition.of("app.jwt.enabled");
		assertThat(check(condition)).isEmpty();
		this.environment.withProperty("app.jwt.enabled", "true");
		assertThat(check(condition)).extracting(Finding::rule).containsExactly("missing-secret");
	}

	@Test
	void secretThatIsSetIsCheckedThoughItIsNotRequired() {
		this.environment.withProperty("app.jwt.secret", "changeme");
		assertThat(check(Condition.of("app.jwt.enabled"))).extracting(Finding::rule)
			.containsExactly("placeholder-word");
	}

	@Test
	void conditionsMeanWhatTheySay() {
		this.environment.withProperty("app.mail", "SMTP").withProperty("app.off", "false");
		Settings settings = new Settings(this.environment);
		assertThat(List.of("app.mail", "app.mail=smtp", "app.mail != none", "!app.off", "!app.absent", "app.absent!=x"))
			.allMatch((text) -> Condition.of(text).holds(settings));
		assertThat(List.of("app.off", "app.absent", "app.mail=none", "app.mail!=smtp", "!app.mail", "app.absent=x"))
			.noneMatch((text) -> Condition.of(text).holds(settings));
	}

	@Test
	void conditionReadsAsItWasWritten() {
		assertThat(List.of("app.mail", "!app.mail", "app.mail=smtp", "app.mail!=smtp"))
			.allMatch((text) -> Condition.of(text).toString().equals(text));
	}

	@Test
	void nothingSaidIsProduction() {
		assertThat(production(null).active()).isTrue();
	}

	@Test
	void developmentProfileIsDevelopment() {
		this.environment.setActiveProfiles("blue", "dev");
		assertThat(production(null)).isEqualTo(new Production(false, "profile 'dev' is active"));
	}

	@Test
	void kubernetesIsProductionWhateverTheProfile() {
		this.environment.setActiveProfiles("dev");
		this.environment.withProperty("spring.main.cloud-platform", "kubernetes");
		assertThat(production(null)).isEqualTo(new Production(true, "it runs on Kubernetes"));
	}

	@Test
	void whatIsSaidDecides() {
		this.environment.setActiveProfiles("dev");
		assertThat(production(true).active()).isTrue();
		this.environment.setActiveProfiles();
		assertThat(production(false).active()).isFalse();
	}

	@Test
	void placeholderDefaultIsInOrderInDevelopmentAndIsCheckedItself() {
		this.environment.setActiveProfiles("dev");
		this.environment.withProperty("app.jwt.secret", "${JWT_SECRET:" + Requirements.GOOD + "}");
		assertThat(check(Map.of())).isEmpty();
		this.environment.withProperty("app.jwt.secret", "${JWT_SECRET:secret}");
		assertThat(check(Map.of())).extracting(Finding::rule).containsExactly("placeholder-word");
	}

	private Production production(@Nullable Boolean said) {
		return Production.of(this.environment, said, Production.DEVELOPMENT_PROFILES);
	}

	private List<Finding> check(Condition condition) {
		return new Contract(
				List.of(new SecretRequirement("app.jwt.secret", null, List.of(), 32, Encoding.PLAIN, condition, null)))
			.check(this.environment)
			.findings();
	}

	private List<Finding> check(Map<String, Severity> severities) {
		return new Contract(new ContractTerms(List.of(Requirements.jwtSecret()), List.of(), severities, List.of()))
			.check(this.environment)
			.findings();
	}

}
