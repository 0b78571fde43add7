package dev.groundwork.autoconfigure;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import dev.groundwork.contract.ContractStatus;
import dev.groundwork.contract.ContractViolationException;
import dev.groundwork.contract.Finding;
import dev.groundwork.contract.Place;
import dev.groundwork.contract.Severity;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.PropertyEditorRegistrar;
import org.springframework.beans.PropertyEditorRegistry;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindHandlerAdvisor;
import org.springframework.boot.context.properties.ConfigurationPropertiesBinding;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.handler.IgnoreErrorsBindHandler;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.convert.converter.Converter;
import org.springframework.util.Assert;
import org.springframework.validation.Errors;
import org.springframework.validation.Validator;
import org.springframework.validation.annotation.Validated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Tests for {@link PropertiesBinding}.
 */
class PropertiesBindingTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(GroundworkContractAutoConfiguration.class));

	@Test
	void allFailuresOfAllBeansComeTogether() {
		this.contextRunner.withUserConfiguration(Server.class, Mail.class)
			.withPropertyValues("app.server.port=pl4nted", "app.server.timeout=pl4nted", "app.server.hosts[0]=ok",
					"app.mail.retries=pl4nted", "app.mail.from=x")
			.run((context) -> assertThat(findings(context)).extracting(Finding::property, Finding::reason)
				.containsExactlyInAnyOrder(tuple("app.server.port", "cannot be read as int"),
						tuple("app.server.timeout", "cannot be read as Duration"),
						tuple("app.mail.retries", "cannot be read as int"),
						tuple("app.mail.from", "is refused: size must be between 3 and 2147483647 (@Size)"),
						tuple("app.mail.host", "is not set: must not be blank (@NotBlank)")));
	}

	@Test
	void findingsComeWithThoseOfTheRules() {
		this.contextRunner.withUserConfiguration(Server.class)
			.withPropertyValues("app.server.port=pl4nted", "groundwork.contract.secrets[0].property=app.jwt.secret")
			.run((context) -> assertThat(findings(context)).extracting(Finding::rule)
				.containsExactly("invalid-property", "missing-secret"));
	}

	@Test
	void whatTheContractAlreadySaysIsNotRepeated() {
		this.contextRunner.withUserConfiguration(Mail.class)
			.withPropertyValues("groundwork.contract.secrets[0].property=app.mail.host")
			.run((context) -> assertThat(findings(context)).extracting(Finding::rule)
				.containsExactly("missing-secret"));
	}

	@Test
	void failureHasItsOriginAndNoValueAndNoHoldOnIt() {
		this.contextRunner.withUserConfiguration(Server.class)
			.withPropertyValues("app.server.port=pl4nted")
			.run((context) -> assertThat(findings(context)).singleElement().satisfies((finding) -> {
				assertThat(finding.place()).isEqualTo("'app.server.port' in property source 'test'");
				assertThat(finding.toString()).doesNotContain("pl4nted");
				assertThat(finding.origin()).isInstanceOf(Place.class);
			}));
	}

	@Test
	void constructorsAreCalledWithWhatIsSet() {
		this.contextRunner.withUserConfiguration(Shop.class)
			.withPropertyValues("app.shop.size=many", "app.shop.nested.level=pl4nted", "app.shop.list[0].uri=ok",
					"app.shop.list[1].level=pl4nted")
			.run((context) -> assertThat(findings(context)).extracting(Finding::property)
				.containsExactlyInAnyOrder("app.shop.size", "app.shop.nested.level", "app.shop.list[1].level"));
	}

	@Test
	void constructorThatRefusesIsToldWithoutItsMessage() {
		this.contextRunner.withUserConfiguration(Refusing.class)
			.withPropertyValues("app.refusing.name=pl4nted")
			.run((context) -> assertThat(findings(context)).singleElement().satisfies((finding) -> {
				assertThat(finding.property()).isEqualTo("app.refusing");
				assertThat(finding.reason()).contains("is refused by").contains("IllegalArgumentException");
				assertThat(finding.toString()).doesNotContain("pl4nted");
			}));
	}

	@Test
	void constructorThatNeedsAValueIsCalledThoughNothingIsSet() {
		this.contextRunner.withUserConfiguration(Refusing.class)
			.run((context) -> assertThat(findings(context)).extracting(Finding::property)
				.containsExactly("app.refusing"));
	}

	@Test
	void constraintsOfPartsAreFound() {
		this.contextRunner.withUserConfiguration(Nested.class)
			.withPropertyValues("app.nested.part.count=0", "app.nested.parts[0].count=1", "app.nested.parts[1].count=0")
			.run((context) -> assertThat(findings(context)).extracting(Finding::property)
				.containsExactlyInAnyOrder("app.nested.part.count", "app.nested.parts[1].count"));
	}

	@Test
	void messageOfAConstraintShowsNoValue() {
		this.contextRunner.withUserConfiguration(Talkative.class)
			.withPropertyValues("app.talkative.one=pl4nted", "app.talkative.two=pl4nted")
			.run((context) -> {
				assertThat(findings(context)).extracting(Finding::reason)
					.containsExactlyInAnyOrder("is refused: '…' does not match [0-9]+ (@Pattern)",
							"is refused: is bad (@Blabbing)");
				assertThat(findings(context).toString()).doesNotContain("pl4nted");
			});
	}

	@Test
	void objectThatValidatesItselfIsAsked() {
		this.contextRunner.withUserConfiguration(SelfMade.class)
			.withPropertyValues("app.self.name=pl4nted")
			.run((context) -> assertThat(findings(context)).singleElement().satisfies((finding) -> {
				assertThat(finding.property()).isEqualTo("app.self.name");
				assertThat(finding.reason()).isEqualTo("is refused: its validator refuses it (code 'name.bad')");
			}));
	}

	@Test
	void validatorOfTheApplicationIsAsked() {
		this.contextRunner.withUserConfiguration(Server.class, ValidatorConfiguration.class)
			.run((context) -> assertThat(findings(context)).extracting(Finding::property)
				.containsExactly("app.server.port"));
	}

	@Test
	void propertiesOfSpringAreInTheSameReport() {
		this.contextRunner.withUserConfiguration(Server.class, WebServer.class)
			.withPropertyValues("app.server.port=pl4nted", "server.port=pl4nted")
			.run((context) -> assertThat(findings(context)).extracting(Finding::property)
				.containsExactlyInAnyOrder("app.server.port", "server.port"));
	}

	@Test
	void codeOfTheApplicationRunsOnTheThreadThatStartsIt() {
		WhoBinds.threads.clear();
		this.contextRunner.withUserConfiguration(Watched.class, WebServer.class)
			.withPropertyValues("app.watched.name=x", "server.port=1")
			.run((context) -> assertThat(WhoBinds.threads).hasSizeGreaterThanOrEqualTo(4)
				.containsOnly(Thread.currentThread()));
	}

	@Test
	void editorOfTheApplicationIsMadeOnTheThreadThatStartsIt() {
		Queue<Thread> threads = new ConcurrentLinkedQueue<>();
		this.contextRunner.withUserConfiguration(WebServer.class)
			.withInitializer((context) -> context.getBeanFactory()
				.addPropertyEditorRegistrar((registry) -> threads.add(Thread.currentThread())))
			.withPropertyValues("server.port=1")
			.run((context) -> assertThat(threads).isNotEmpty().containsOnly(Thread.currentThread()));
	}

	@Test
	void editorsOfTheApplicationThatFailAreLeftToSpringBoot() {
		this.contextRunner.withUserConfiguration(Server.class, Mail.class)
			.withInitializer(
					(context) -> context.getBeanFactory().addPropertyEditorRegistrar(new FailingWhileChecked()))
			.withPropertyValues("app.server.port=1", "app.mail.host=x", "app.mail.from=me@x")
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void unknownPropertyIsToldWithTheNearestName() {
		this.contextRunner.withUserConfiguration(Strict.class)
			.withPropertyValues("app.strict.nmae=pl4nted", "app.strict.other-thing=pl4nted")
			.run((context) -> assertThat(findings(context)).extracting(Finding::property, Finding::remedy)
				.containsExactlyInAnyOrder(tuple("app.strict.nmae", "Did you mean 'app.strict.name'?"),
						tuple("app.strict.other-thing", "Remove it, or correct its spelling.")));
	}

	@Test
	void unsetVariableIsTheCause() {
		this.contextRunner.withUserConfiguration(Server.class)
			.withPropertyValues("app.server.port=${SERVER_PORT_OF_APP}",
					"groundwork.contract.rules.leftover-placeholder=off")
			.run((context) -> assertThat(findings(context)).extracting(Finding::reason)
				.containsExactly("refers to 'SERVER_PORT_OF_APP', not set, and cannot be read as int"));
	}

	@Test
	void firstBadElementOfAListDoesNotMakeTheOthersUnknown() {
		this.contextRunner.withUserConfiguration(Server.class)
			.withPropertyValues("app.server.codes[0]=x", "app.server.codes[1]=2", "app.server.codes[2]=y")
			.run((context) -> assertThat(findings(context)).extracting(Finding::property)
				.containsExactly("app.server.codes[0]"));
	}

	@Test
	void objectOfAMethodIsNotMadeButItsPropertiesAreConverted() {
		Made.created = 0;
		this.contextRunner.withUserConfiguration(MadeConfiguration.class)
			.withPropertyValues("app.made.port=pl4nted", "app.made.part.count=pl4nted", "app.made.parts[0].count=1")
			.run((context) -> {
				assertThat(findings(context)).extracting(Finding::property)
					.containsExactlyInAnyOrder("app.made.port", "app.made.part.count");
				assertThat(Made.created).isZero();
			});
	}

	@Test
	void severityCanBeSet() {
		this.contextRunner.withUserConfiguration(Server.class)
			.withPropertyValues("app.server.port=x", "groundwork.contract.rules.invalid-property=off")
			.run((context) -> assertThat(context.getStartupFailure()).isNotNull()
				.isNotInstanceOf(ContractViolationException.class));
	}

	@Test
	void severityOfAWarningIsAWarning() {
		this.contextRunner.withUserConfiguration(Server.class)
			.withPropertyValues("app.server.port=x", "groundwork.contract.rules.invalid-property=warning",
					"groundwork.contract.secrets[0].property=app.missing")
			.run((context) -> assertThat(violation(context).report().warnings()).extracting(Finding::severity)
				.containsExactly(Severity.WARNING));
	}

	@Test
	void goodConfigurationStartsAndIsBoundBySpringBootAlone() {
		this.contextRunner
			.withUserConfiguration(Server.class, Mail.class, Shop.class, Nested.class, Strict.class,
					MadeConfiguration.class)
			.withPropertyValues("app.server.port=8080", "app.server.timeout=3s", "app.server.codes=1,2",
					"app.mail.host=mail", "app.mail.from=me@x", "app.shop.size=10", "app.shop.nested.uri=http://x",
					"app.nested.part.count=1", "app.strict.name=x", "app.made.port=1", "app.made.part.count=2")
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(context.getBean(ContractStatus.class).allFindings()).isEmpty();
				assertThat(context.getBean(Server.class).port).isEqualTo(8080);
				assertThat(context.getBean(Made.class).part.count).isEqualTo(2);
			});
	}

	@Test
	void whatSpringBootLetsPassIsNoFinding() {
		this.contextRunner
			.withUserConfiguration(Lenient.class, DefaultsConfiguration.class, Injected.class, LazyConfiguration.class)
			.withPropertyValues("app.lenient.port=x", "app.injected.count=1")
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(context.getBean(ContractStatus.class).allFindings()).isEmpty();
			});
	}

	@Test
	void converterOfTheApplicationIsLeftToConvert() {
		this.contextRunner.withUserConfiguration(MoneyConfiguration.class, Money.class)
			.withPropertyValues("app.money.amount=3 EUR", "app.money.more[0]=1 EUR")
			.run((context) -> assertThat(context).hasNotFailed());
		this.contextRunner.withUserConfiguration(MoneyConfiguration.class, Money.class)
			.withPropertyValues("app.money.amount=3 EUR", "app.money.count=x")
			.run((context) -> assertThat(findings(context)).extracting(Finding::property)
				.containsExactly("app.money.count"));
	}

	@Test
	void adviceOfTheApplicationLeavesEverythingToSpringBoot() {
		this.contextRunner.withUserConfiguration(Server.class, AdvisorConfiguration.class)
			.withPropertyValues("app.server.port=x")
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void validatorThatNeedsBeansIsLeftToSpringBoot() {
		this.contextRunner.withUserConfiguration(Wired.class).withPropertyValues("app.wired.name=x").run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(context.getBean(ContractStatus.class).allFindings()).isEmpty();
		});
	}

	private static List<Finding> findings(AssertableApplicationContext context) {
		return violation(context).findings();
	}

	private static ContractViolationException violation(AssertableApplicationContext context) {
		assertThat(context.getStartupFailure()).isInstanceOf(ContractViolationException.class);
		return (ContractViolationException) context.getStartupFailure();
	}

	@ConfigurationProperties("app.server")
	@EnableConfigurationProperties
	static class Server {

		private int port;

		private List<Integer> codes = new ArrayList<>();

		private List<String> hosts = new ArrayList<>();

		private @Nullable Duration timeout;

		int getPort() {
			return this.port;
		}

		void setPort(int port) {
			this.port = port;
		}

		List<Integer> getCodes() {
			return this.codes;
		}

		void setCodes(List<Integer> codes) {
			this.codes = codes;
		}

		List<String> getHosts() {
			return this.hosts;
		}

		void setHosts(List<String> hosts) {
			this.hosts = hosts;
		}

		@Nullable Duration getTimeout() {
			return this.timeout;
		}

		void setTimeout(Duration timeout) {
			this.timeout = timeout;
		}

	}

	@EnableConfigurationProperties(MailSettings.class)
	static class Mail {

	}

	@Validated
	@ConfigurationProperties("app.mail")
	record MailSettings(@NotBlank @Nullable String host, @Size(min = 3) @Nullable String from, int retries) {

	}

	@EnableConfigurationProperties(ShopSettings.class)
	static class Shop {

	}

	@ConfigurationProperties("app.shop")
	record ShopSettings(int size, @Nullable Link nested, @DefaultValue List<Link> list, Map<String, String> names) {

		record Link(@Nullable URI uri, @Nullable Severity level) {

		}

	}

	@EnableConfigurationProperties(RefusingSettings.class)
	static class Refusing {

	}

	@ConfigurationProperties("app.refusing")
	record RefusingSettings(@Nullable String name, @Nullable String token) {

		RefusingSettings {
			Assert.notNull(token, () -> "pl4nted " + name + " has no token");
		}

	}

	@EnableConfigurationProperties(NestedSettings.class)
	static class Nested {

	}

	@Validated
	@ConfigurationProperties("app.nested")
	record NestedSettings(@Valid @Nullable Part part, @Valid @DefaultValue List<Part> parts) {

	}

	static class Part {

		@Min(1)
		private int count;

		int getCount() {
			return this.count;
		}

		void setCount(int count) {
			this.count = count;
		}

	}

	@EnableConfigurationProperties(TalkativeSettings.class)
	static class Talkative {

	}

	@Validated
	@ConfigurationProperties("app.talkative")
	record TalkativeSettings(
			@Pattern(regexp = "[0-9]+", message = "'${validatedValue}' does not match {regexp}") String one,
			@Blabbing String two) {

	}

	@Constraint(validatedBy = BlabbingValidator.class)
	@Retention(RetentionPolicy.RUNTIME)
	@interface Blabbing {

		String message() default "is bad";

		Class<?>[] groups() default {};

		Class<? extends Payload>[] payload() default {};

	}

	static class BlabbingValidator implements ConstraintValidator<Blabbing, String> {

		@Override
		public boolean isValid(String value, ConstraintValidatorContext context) {
			context.disableDefaultConstraintViolation();
			context.buildConstraintViolationWithTemplate(value + " is bad").addConstraintViolation();
			return false;
		}

	}

	@EnableConfigurationProperties(SelfMadeSettings.class)
	static class SelfMade {

	}

	@ConfigurationProperties("app.self")
	record SelfMadeSettings(String name) implements Validator {

		@Override
		public boolean supports(Class<?> type) {
			return type == SelfMadeSettings.class;
		}

		@Override
		public void validate(Object target, Errors errors) {
			errors.rejectValue("name", "name.bad", "pl4nted is bad");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ValidatorConfiguration {

		@Bean
		static Validator configurationPropertiesValidator() {
			return new Validator() {

				@Override
				public boolean supports(Class<?> type) {
					return type == Server.class;
				}

				@Override
				public void validate(Object target, Errors errors) {
					errors.rejectValue("port", "port.missing");
				}

			};
		}

	}

	static class FailingWhileChecked implements PropertyEditorRegistrar {

		@Override
		public void registerCustomEditors(PropertyEditorRegistry registry) {
			boolean checked = StackWalker.getInstance()
				.walk((frames) -> frames
					.anyMatch((frame) -> frame.getClassName().equals(PropertiesBinding.class.getName())));
			Assert.state(!checked, "not yet");
		}

	}

	@EnableConfigurationProperties(ServerProperties.class)
	static class WebServer {

	}

	@EnableConfigurationProperties(WhoBinds.class)
	static class Watched {

		@Bean
		static Validator configurationPropertiesValidator() {
			return new Validator() {

				@Override
				public boolean supports(Class<?> type) {
					WhoBinds.threads.add(Thread.currentThread());
					return type == ServerProperties.class;
				}

				@Override
				public void validate(Object target, Errors errors) {
					WhoBinds.threads.add(Thread.currentThread());
				}

			};
		}

	}

	@ConfigurationProperties("app.watched")
	static class WhoBinds {

		private static final Queue<Thread> threads = new ConcurrentLinkedQueue<>();

		void setName(String name) {
			threads.add(Thread.currentThread());
		}

	}

	@EnableConfigurationProperties(StrictSettings.class)
	static class Strict {

	}

	@ConfigurationProperties(prefix = "app.strict", ignoreUnknownFields = false)
	record StrictSettings(@Nullable String name) {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableConfigurationProperties
	static class MadeConfiguration {

		@Bean
		@ConfigurationProperties("app.made")
		Made made() {
			return new Made();
		}

	}

	static class Made {

		private static int created;

		private int port;

		private final Part part = new Part();

		private final List<Part> parts = new ArrayList<>();

		Made() {
			created++;
		}

		int getPort() {
			return this.port;
		}

		void setPort(int port) {
			this.port = port;
		}

		Part getPart() {
			return this.part;
		}

		List<Part> getParts() {
			return this.parts;
		}

	}

	@EnableConfigurationProperties(LenientSettings.class)
	static class Lenient {

	}

	@ConfigurationProperties(prefix = "app.lenient", ignoreInvalidFields = true)
	static class LenientSettings extends Server {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableConfigurationProperties
	static class DefaultsConfiguration {

		@Bean
		@Validated
		@ConfigurationProperties("app.defaults")
		Part defaults() {
			Part part = new Part();
			part.setCount(1);
			return part;
		}

	}

	@Validated
	@ConfigurationProperties("app.injected")
	@EnableConfigurationProperties
	static class Injected extends Part {

		@NotNull
		@Value("${app.other:other}")
		private @Nullable String other;

	}

	@Configuration(proxyBeanMethods = false)
	@EnableConfigurationProperties
	static class LazyConfiguration {

		@Bean
		@Lazy
		@Validated
		@ConfigurationProperties("app.lazy")
		Part lazyPart() {
			return new Part();
		}

	}

	@Validated
	@ConfigurationProperties("app.money")
	@EnableConfigurationProperties
	static class Money {

		@NotNull
		private @Nullable Amount amount;

		private List<Amount> more = new ArrayList<>();

		private int count;

		@Nullable Amount getAmount() {
			return this.amount;
		}

		void setAmount(Amount amount) {
			this.amount = amount;
		}

		List<Amount> getMore() {
			return this.more;
		}

		void setMore(List<Amount> more) {
			this.more = more;
		}

		int getCount() {
			return this.count;
		}

		void setCount(int count) {
			this.count = count;
		}

	}

	record Amount(String text, int size) {

	}

	@Configuration(proxyBeanMethods = false)
	static class MoneyConfiguration {

		@Bean
		@ConfigurationPropertiesBinding
		AmountConverter amountConverter() {
			return new AmountConverter();
		}

	}

	static class AmountConverter implements Converter<String, Amount> {

		@Override
		public Amount convert(String source) {
			return new Amount(source, source.length());
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class AdvisorConfiguration {

		@Bean
		static ConfigurationPropertiesBindHandlerAdvisor advisor() {
			return IgnoreErrorsBindHandler::new;
		}

	}

	@Validated
	@ConfigurationProperties("app.wired")
	@EnableConfigurationProperties
	static class Wired {

		@NeedsBeans
		private @Nullable String name;

		@Nullable String getName() {
			return this.name;
		}

		void setName(String name) {
			this.name = name;
		}

	}

	@Constraint(validatedBy = WiredValidator.class)
	@Retention(RetentionPolicy.RUNTIME)
	@interface NeedsBeans {

		String message() default "needs beans";

		Class<?>[] groups() default {};

		Class<? extends Payload>[] payload() default {};

	}

	static class WiredValidator implements ConstraintValidator<NeedsBeans, String> {

		@Autowired
		private @Nullable ContractEnforcer bean;

		@Override
		public boolean isValid(String value, ConstraintValidatorContext context) {
			return this.bean != null;
		}

	}

}
