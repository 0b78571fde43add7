package dev.groundwork.autoconfigure;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import dev.groundwork.contract.Contract;
import dev.groundwork.contract.ContractReport;
import dev.groundwork.contract.ContractStatus;
import dev.groundwork.contract.ContractViolationException;
import dev.groundwork.contract.Finding;
import dev.groundwork.contract.Production;
import dev.groundwork.contract.SecretRequirement;
import dev.groundwork.contract.SettingStatus;
import dev.groundwork.contract.Severity;
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
	void describesAllFindingsWithPlaceReasonAndRemedy() throws IOException {
		assertThat(sixFaults().getDescription()).isEqualToNormalizingNewlines("""
				The configuration breaks its contract: 6 errors. Nothing was started.
				production: because no profile of dev, development, local, test is active

				Secrets
				  1. app.jwt.secret  [near-miss-name]
				     'JWT_SECRET_KEY' is set and nothing reads it: did you mean 'JWT_SECRET', which is read at
				     classpath:contract/six-faults.yml:3:13?
				     at environment variable JWT_SECRET_KEY
				     → Rename 'JWT_SECRET_KEY' to 'JWT_SECRET' where it is set.
				  2. app.database.password  [placeholder-word]
				     is set to a well-known placeholder, not to a secret
				     at classpath:contract/six-faults.yml:5:15
				     → Replace the value at classpath:contract/six-faults.yml:5:15 by:
				           ${DB_PASSWORD}
				       Set it where the application starts:
				           export DB_PASSWORD=$(openssl rand -base64 48)
				  3. app.signing-key  [unresolved-placeholder]
				     refers to 'SIGNING_KEY', which is not set: the application would read the text '${…}' itself
				     at classpath:contract/six-faults.yml:6:16
				     → Set it where the application starts:
				           export SIGNING_KEY=$(openssl rand -base64 48)
				  4. app.stripe.key  [short-secret]
				     has 10 bytes, needs at least 32
				     at classpath:contract/six-faults.yml:8:10
				     → Replace the value at classpath:contract/six-faults.yml:8:10 by:
				           ${STRIPE_KEY}
				       Set it where the application starts:
				           export STRIPE_KEY=$(openssl rand -base64 48)
				  5. app.cookie.secret  [conflicting-names]
				     'app.cookie.secret' (classpath:contract/six-faults.yml:10:13) and 'COOKIE_SECRET' (environment
				     variable COOKIE_SECRET) have different values
				     at classpath:contract/six-faults.yml:10:13
				     → Keep the right value under 'COOKIE_SECRET' only.
				       Replace the value at classpath:contract/six-faults.yml:10:13 by:
				           ${COOKIE_SECRET}
				  6. app.mail.password  [missing-secret]
				     is required and not set: looked for 'app.mail.password', 'MAIL_PASSWORD'
				     at classpath:contract/six-faults.yml:27:19
				     → Add to application.yml:
				           app.mail.password: ${MAIL_PASSWORD}
				       Set it where the application starts:
				           export MAIL_PASSWORD=$(openssl rand -base64 48)""");
	}

	@Test
	void groupsErrorsByWhatTheyAreAboutAndPutsWarningsLast() {
		assertThat(analyze(groups()).getDescription()).isEqualToNormalizingNewlines("""
				The configuration breaks its contract: 4 errors, 1 warning. Nothing was started.
				production: because it runs on Kubernetes

				The contract itself
				  1. groundwork.contract.rules.x  [invalid-contract]
				     there is no rule 'x'
				     → Remove it.

				Secrets
				  2. app.jwt.secret  [blank-secret]
				     is set, but blank
				     → Set it.

				Properties
				  3. app.port  [invalid-property]
				     cannot be read as int
				     → Write a number.

				Environment
				  4. app.url  [loopback-address]
				     points to the machine itself
				     → Name the service.

				Warnings: these alone would not keep it from starting
				  5. app.jwt.secret  [alias-used]
				     is read from an alias
				     → Rename it.""");
	}

	@Test
	void textToCopyIsNotWrapped() {
		String line = "    app.key: " + "${LONG_NAME} ".repeat(12).trim();
		Finding finding = new Finding("some-rule", Severity.ERROR, "app.key", null, "is bad", "Add:\n" + line);
		assertThat(analyze(new ContractReport(new ContractStatus(null, List.of(), List.of(finding)))).getDescription())
			.contains(line);
	}

	@Test
	void fitsInTerminalOfHundredColumns() throws IOException {
		String all = sixFaults().getDescription() + "\n" + sixFaults().getAction();
		assertThat(all.lines()).allSatisfy((line) -> assertThat(line).hasSizeLessThanOrEqualTo(100));
	}

	@Test
	void numbersAreAlignedWhenThereAreMany() {
		List<SecretRequirement> requirements = IntStream.range(0, 30)
			.mapToObj((index) -> new SecretRequirement("app.key" + index, null, List.of(), 0, null))
			.toList();
		assertThat(analyze(new Contract(requirements), new MockEnvironment()).getDescription())
			.contains("its contract: 30 errors. Nothing")
			.contains("   1. app.key0")
			.contains("  30. app.key29");
	}

	@Test
	void oneFindingIsOneError() {
		Contract contract = new Contract(List.of(new SecretRequirement("app.key", null, List.of(), 0, null)));
		assertThat(analyze(contract, new MockEnvironment()).getDescription())
			.startsWith("The configuration breaks its contract: 1 error. Nothing was started.");
	}

	private static ContractReport groups() {
		Finding secret = new Finding("blank-secret", Severity.ERROR, "app.jwt.secret", null, "is set, but blank",
				"Set it.");
		Finding alias = new Finding("alias-used", Severity.WARNING, "app.jwt.secret", null, "is read from an alias",
				"Rename it.");
		return new ContractReport(new ContractStatus(new Production(true, "it runs on Kubernetes"),
				List.of(new SettingStatus("app.jwt.secret", null, List.of(), List.of(alias, secret))),
				List.of(new Finding("loopback-address", Severity.ERROR, "app.url", null, "points to the machine itself",
						"Name the service."),
						new Finding(Finding.INVALID_PROPERTY, Severity.ERROR, "app.port", null, "cannot be read as int",
								"Write a number."),
						Finding.invalidContract("groundwork.contract.rules.x", null, "there is no rule 'x'",
								"Remove it."))));
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
		return analyze(contract.check(environment));
	}

	private static FailureAnalysis analyze(ContractReport report) {
		ContractViolationException violation = catchThrowableOfType(ContractViolationException.class,
				report::requireNoErrors);
		FailureAnalysis analysis = new ContractViolationFailureAnalyzer().analyze(violation);
		assertThat(analysis).isNotNull();
		return analysis;
	}

}
