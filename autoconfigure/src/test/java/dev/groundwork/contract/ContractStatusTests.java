package dev.groundwork.contract;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ContractStatus}.
 */
class ContractStatusTests {

	private final StandardEnvironment environment = new StandardEnvironment();

	@Test
	void secretThatIsSetSaysFromWhereAndNotWhat() {
		set("APP_JWT_SECRET", "pl4nted-and-long-enough-for-anybody");
		SettingStatus status = status();
		assertThat(status.satisfied()).isTrue();
		assertThat(status.places()).containsExactly("environment variable APP_JWT_SECRET");
		assertThat(status.toString()).contains("app.jwt.secret").doesNotContain("pl4nted");
	}

	@Test
	void secretThatIsMissingIsNotSatisfied() {
		SettingStatus status = status();
		assertThat(status.satisfied()).isFalse();
		assertThat(status.places()).isEmpty();
		assertThat(status.findings()).hasSize(1);
	}

	@Test
	void warningsDoNotBreakTheContract() {
		set("APP_JWT_SECRET", "pl4nted-and-long-enough-for-anybody");
		set("JWT_SECRET", "pl4nted-and-long-enough-for-anybody");
		SettingStatus status = status();
		assertThat(status.findings()).extracting(Finding::severity).containsExactly(Severity.WARNING);
		assertThat(status.satisfied()).isTrue();
	}

	private void set(String name, String value) {
		this.environment.getPropertySources()
			.addFirst(new SystemEnvironmentPropertySource(name + "-" + "systemEnvironment", Map.of(name, value)));
	}

	private SettingStatus status() {
		return new Contract(List.of(new SecretRequirement("app.jwt.secret", "JWT_SECRET", List.of(), 8, null)))
			.check(this.environment)
			.status()
			.settings()
			.get(0);
	}

}
