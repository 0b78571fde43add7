package dev.groundwork.autoconfigure;

import java.util.List;
import java.util.Map;

import dev.groundwork.contract.Contract;
import dev.groundwork.contract.ContractViolationException;
import dev.groundwork.contract.Encoding;
import dev.groundwork.contract.Finding;
import dev.groundwork.contract.PropertyRequirement;
import dev.groundwork.contract.SecretRequirement;
import dev.groundwork.contract.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ContextConsumer;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

/**
 * Tests for {@link GroundworkContractAutoConfiguration}.
 */
@ExtendWith(OutputCaptureExtension.class)
class GroundworkContractAutoConfigurationTests {

	private static final String GOOD = "q8N2vX0cB7mK4tR1yW6zL9pS3dF5gH8j";

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(GroundworkContractAutoConfiguration.class));

	private final ApplicationContextRunner brokenRunner = this.contextRunner
		.withPropertyValues("groundwork.contract.secrets[0].property=app.jwt.secret");

	@Test
	void isFoundBySpringBoot() {
		assertThat(ImportCandidates.load(AutoConfiguration.class, null))
			.contains(GroundworkContractAutoConfiguration.class.getName());
	}

	@Test
	void whenNothingIsRequiredStarts() {
		this.contextRunner.run((context) -> assertThat(context).hasNotFailed()
			.hasSingleBean(ContractEnforcer.class)
			.hasSingleBean(ContractProperties.class));
	}

	@Test
	void whenContractHoldsStarts() {
		this.brokenRunner.withPropertyValues("app.jwt.secret=" + GOOD)
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void whenContractIsBrokenFailsWithAllFindings() {
		this.brokenRunner.withPropertyValues("groundwork.contract.secrets[1].property=app.other")
			.run(failsWith("missing-secret", "missing-secret"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "groundwork.enabled=false", "groundwork.contract.enabled=false", "groundwork.mode=off",
			"groundwork.mode=OFF", "groundwork.mode=false" })
	void whenSwitchedOffBacksOff(String property) {
		this.brokenRunner.withPropertyValues(property)
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(ContractEnforcer.class));
	}

	@Test
	void whenModeIsAnythingElseChecks() {
		this.brokenRunner.withPropertyValues("groundwork.mode=verify").run(failsWith("missing-secret"));
	}

	@Test
	void whenUserDefinesContractItReplacesTheProperties() {
		this.brokenRunner.withUserConfiguration(ContractConfiguration.class).run((context) -> {
			assertThat(context).hasFailed();
			assertThat(findings(context)).extracting(Finding::property).containsExactly("app.own");
		});
	}

	@Test
	void whenOptionalLibrariesAreAbsentChecks() {
		this.brokenRunner
			.withClassLoader(new FilteredClassLoader("org.springframework.boot.actuate", "org.springframework.amqp",
					"org.springframework.data", "org.springframework.web"))
			.run(failsWith("missing-secret"));
	}

	@Test
	void everyPropertyReachesTheContract() {
		this.contextRunner
			.withPropertyValues("groundwork.contract.secrets[0].property=app.jwt.secret",
					"groundwork.contract.secrets[0].environment=JWT_SECRET",
					"groundwork.contract.secrets[0].aliases[0]=JWT_KEY", "groundwork.contract.secrets[0].min-bytes=33",
					"app.jwt.secret=" + GOOD, "JWT_SECRET=another", "JWT_KEY=and another")
			.run((context) -> {
				assertThat(findings(context)).extracting(Finding::rule)
					.containsExactly("short-secret", "conflicting-names");
				assertThat(findings(context).get(1).reason()).contains("'JWT_SECRET'").contains("'JWT_KEY'");
			});
	}

	@Test
	void warningIsLoggedAndDoesNotFail(CapturedOutput output) {
		this.brokenRunner
			.withPropertyValues("groundwork.contract.secrets[0].environment=JWT_SECRET", "app.jwt.secret=" + GOOD,
					"JWT_SECRET=" + GOOD)
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(output).contains("WARN").contains("have the same value").doesNotContain(GOOD);
			});
	}

	@Test
	void propertySourceOfConfigurationClassIsSeen() {
		this.brokenRunner.withUserConfiguration(PropertySourceConfiguration.class)
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void propertySourceOfAPostProcessorIsSeen() {
		this.brokenRunner.withUserConfiguration(DecryptingConfiguration.class)
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void contractIsCheckedBeforeAnySingletonIsCreated() {
		this.brokenRunner.withUserConfiguration(EagerConfiguration.class).run(failsWith("missing-secret"));
	}

	@Test
	void duringAotProcessingDoesNotCheck() {
		this.brokenRunner.withSystemProperties("spring.aot.processing=true")
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void everyTermIsReadFromTheProperties() {
		this.contextRunner
			.withPropertyValues("groundwork.contract.production=false",
					"groundwork.contract.secrets[0].property=app.jwt.secret",
					"groundwork.contract.secrets[0].encoding=base64",
					"groundwork.contract.secrets[0].required-when=app.jwt.enabled",
					"groundwork.contract.required=app.url,app.region", "app.url=https://example.org", "app.region=eu",
					"groundwork.contract.rules.missing-secret=warning", "groundwork.contract.environment-prefixes=APP_")
			.run((context) -> {
				ContractBinding binding = new ContractBinding(context.getEnvironment());
				assertThat(binding.production().active()).isFalse();
				assertThat(binding.terms().secrets().get(0).encoding()).isEqualTo(Encoding.BASE64);
				assertThat(binding.terms().secrets().get(0).requiredWhen()).hasToString("app.jwt.enabled");
				assertThat(binding.terms().properties()).extracting(PropertyRequirement::property)
					.containsExactly("app.url", "app.region");
				assertThat(binding.terms().severities()).containsEntry("missing-secret", Severity.WARNING);
				assertThat(binding.terms().environmentPrefixes()).containsExactly("APP_");
				assertThat(binding.findings()).isEmpty();
			});
	}

	@Test
	void requiredPropertyMayHaveACondition() {
		this.contextRunner
			.withPropertyValues("groundwork.contract.required[0]=app.url", "app.url=https://example.org",
					"groundwork.contract.required[1].property=app.mail.host",
					"groundwork.contract.required[1].required-when=app.mail.enabled=true")
			.run((context) -> {
				List<PropertyRequirement> required = new ContractBinding(context.getEnvironment()).terms().properties();
				assertThat(required).extracting(PropertyRequirement::property)
					.containsExactly("app.url", "app.mail.host");
				assertThat(required.get(1).requiredWhen()).hasToString("app.mail.enabled=true");
			});
	}

	@Test
	void unknownKeyIsRefusedWithoutItsValueAndTheRestIsStillChecked(CapturedOutput output) {
		this.brokenRunner.withPropertyValues("groundwork.contract.secrets[0].value=pl4nted").run((context) -> {
			assertThat(findings(context)).extracting(Finding::rule)
				.containsExactly("invalid-contract", "missing-secret");
			assertThat(findings(context).get(0).property()).isEqualTo("groundwork.contract.secrets[0].value");
			assertThat(context.getStartupFailure()).hasStackTraceContaining("is not a key of the contract");
			assertThat(context.getStartupFailure() + output.getAll()).doesNotContain("pl4nted");
		});
	}

	@Test
	void elementOfAListThatStandsAloneIsRefused() {
		this.contextRunner.withPropertyValues("groundwork.contract.secrets[1].property=app.jwt.secret")
			.run((context) -> assertThat(findings(context)).extracting(Finding::property)
				.containsExactly("groundwork.contract.secrets[1].property"));
	}

	@Test
	void valueOfWrongTypeIsRefusedWithItsPlace() {
		this.brokenRunner.withPropertyValues("groundwork.contract.secrets[0].min-bytes=many").run((context) -> {
			assertThat(findings(context)).extracting(Finding::property)
				.containsExactly("groundwork.contract.secrets[0].min-bytes");
			assertThat(findings(context).get(0).reason()).isEqualTo("cannot be read as int");
			assertThat(findings(context).get(0).place()).isNotNull();
		});
	}

	@Test
	void requirementKnowsWhereItStands() {
		this.contextRunner
			.withInitializer((context) -> context.getEnvironment()
				.getPropertySources()
				.addFirst(new MapPropertySource("service", Map.of("groundwork.contract.secrets[0].min-bytes", "-1"))))
			.run((context) -> assertThat(findings(context)).extracting(Finding::place)
				.containsOnly("'groundwork.contract.secrets[0].min-bytes' in property source 'service'"));
	}

	private static ContextConsumer<AssertableApplicationContext> failsWith(String... rules) {
		return (context) -> assertThat(findings(context)).extracting(Finding::rule).containsExactly(rules);
	}

	private static List<Finding> findings(AssertableApplicationContext context) {
		assertThat(context.getStartupFailure()).isInstanceOf(ContractViolationException.class);
		return ((ContractViolationException) context.getStartupFailure()).findings();
	}

	@Configuration(proxyBeanMethods = false)
	static class ContractConfiguration {

		@Bean
		static Contract contract() {
			return new Contract(List.of(new SecretRequirement("app.own", null, List.of(), 0, null)));
		}

	}

	@Configuration(proxyBeanMethods = false)
	@PropertySource("classpath:contract/secret.properties")
	static class PropertySourceConfiguration {

	}

	@Configuration(proxyBeanMethods = false)
	static class DecryptingConfiguration {

		@Bean
		static Decryption decryption(ConfigurableEnvironment environment) {
			return new Decryption(environment);
		}

	}

	record Decryption(ConfigurableEnvironment environment) implements BeanFactoryPostProcessor, Ordered {

		@Override
		public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
			this.environment.getPropertySources()
				.addFirst(new MapPropertySource("decrypted", Map.of("app.jwt.secret", GOOD)));
		}

		@Override
		public int getOrder() {
			return Ordered.LOWEST_PRECEDENCE - 100;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class EagerConfiguration {

		@Bean
		Object eager() {
			return fail("created before the contract was checked");
		}

	}

}
