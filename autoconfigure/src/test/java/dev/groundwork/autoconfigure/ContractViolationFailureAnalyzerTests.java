package dev.groundwork.autoconfigure;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import dev.groundwork.contract.Contract;
import dev.groundwork.contract.ContractViolationException;
import dev.groundwork.contract.SecretRequirement;
import org.junit.jupiter.api.Test;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for {@link ContractViolationFailureAnalyzer}.
 */
class ContractViolationFailureAnalyzerTests {

	@Test
	void describesAllFindingsWithPlaceAndReason() throws IOException {
		assertThat(sixFaults().getDescription()).isEqualToNormalizingNewlines("""
				The configuration breaks its contract in 6 places:

				  1. app.jwt.secret  [near-miss-name]
				     'JWT_SECRET_KEY' is set and nothing reads it: did you mean 'JWT_SECRET', which is read at
				     classpath:contract/six-faults.yml:3:13?
				     at environment variable JWT_SECRET_KEY

				  2. app.database.password  [placeholder-word]
				     is set to a well-known placeholder, not to a secret
				     at classpath:contract/six-faults.yml:5:15

				  3. app.signing-key  [unresolved-placeholder]
				     refers to 'SIGNING_KEY', which is not set: the application would read the text '${…}'
				     itself
				     at classpath:contract/six-faults.yml:6:16

				  4. app.stripe.key  [short-secret]
				     has 10 bytes, needs at least 32
				     at classpath:contract/six-faults.yml:8:10

				  5. app.cookie.secret  [conflicting-names]
				     'app.cookie.secret' (classpath:contract/six-faults.yml:10:13) and 'COOKIE_SECRET'
				     (environment variable COOKIE_SECRET) have different values
				     at classpath:contract/six-faults.yml:10:13

				  6. app.mail.password  [missing-secret]
				     is required and not set: looked for 'app.mail.password', 'MAIL_PASSWORD'
				     at classpath:contract/six-faults.yml:27:19

				Nothing was started. No value of a secret is shown here.""");
	}

	@Test
	void actionSaysWhatToTypeForEachFinding() throws IOException {
		assertThat("Action:%n%n".formatted() + sixFaults().getAction()).isEqualToNormalizingNewlines("""
				Action:

				  1. app.jwt.secret
				     Rename 'JWT_SECRET_KEY' to 'JWT_SECRET' where it is set.

				  2. app.database.password
				     Replace the value at classpath:contract/six-faults.yml:5:15 by:
				         ${DB_PASSWORD}
				     Set it where the application starts:
				         export DB_PASSWORD=$(openssl rand -base64 48)

				  3. app.signing-key
				     Set it where the application starts:
				         export SIGNING_KEY=$(openssl rand -base64 48)

				  4. app.stripe.key
				     Replace the value at classpath:contract/six-faults.yml:8:10 by:
				         ${STRIPE_KEY}
				     Set it where the application starts:
				         export STRIPE_KEY=$(openssl rand -base64 48)

				  5. app.cookie.secret
				     Keep the right value under 'COOKIE_SECRET' only.
				     Replace the value at classpath:contract/six-faults.yml:10:13 by:
				         ${COOKIE_SECRET}

				  6. app.mail.password
				     Add to application.yml:
				         app.mail.password: ${MAIL_PASSWORD}
				     Set it where the application starts:
				         export MAIL_PASSWORD=$(openssl rand -base64 48)""");
	}

	@Test
	void fitsInTerminalOfHundredColumns() throws IOException {
		assertThat((sixFaults().getDescription() + "\n" + sixFaults().getAction()).lines())
			.allSatisfy((line) -> assertThat(line).hasSizeLessThanOrEqualTo(100));
	}

	@Test
	void numbersAreAlignedWhenThereAreMany() {
		List<SecretRequirement> requirements = IntStream.range(0, 10)
			.mapToObj((index) -> new SecretRequirement("app.key" + index, null, List.of(), 0, null))
			.toList();
		assertThat(analyze(new Contract(requirements), new MockEnvironment()).getAction()).contains("   1. app.key0")
			.contains("  10. app.key9");
	}

	@Test
	void oneFindingIsOnePlace() {
		Contract contract = new Contract(List.of(new SecretRequirement("app.key", null, List.of(), 0, null)));
		assertThat(analyze(contract, new MockEnvironment()).getDescription())
			.startsWith("The configuration breaks its contract in 1 place:");
	}

	private static FailureAnalysis sixFaults() throws IOException {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources()
			.replace(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, new SystemEnvironmentPropertySource(
					StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
					Map.of("JWT_SECRET_KEY", "pl4nted-pl4nted-pl4nted-pl4nted-pl4nted", "COOKIE_SECRET", "pl4nted")));
		new YamlPropertySourceLoader().load("six", new ClassPathResource("contract/six-faults.yml"))
			.forEach(environment.getPropertySources()::addLast);
		return analyze(new Contract(new ContractBinding(environment).terms()), environment);
	}

	private static FailureAnalysis analyze(Contract contract, ConfigurableEnvironment environment) {
		ContractViolationException violation = catchThrowableOfType(ContractViolationException.class,
				contract.check(environment)::requireNoErrors);
		FailureAnalysis analysis = new ContractViolationFailureAnalyzer().analyze(violation);
		assertThat(analysis).isNotNull();
		return analysis;
	}

}
