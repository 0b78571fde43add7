package dev.groundwork.autoconfigure;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;

import com.example.AuditAutoConfiguration;
import dev.groundwork.contract.Contract;
import dev.groundwork.contract.ContractViolationException;
import dev.groundwork.contract.Finding;
import dev.groundwork.contract.SecretRequirement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonProperties;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.EnvironmentAware;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DeferredImportSelector;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.context.annotation.PropertySource;
import org.springframework.core.Ordered;
import org.springframework.core.PriorityOrdered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.type.AnnotationMetadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for {@link EarlyRefusal}.
 */
class EarlyRefusalTests {

	private static final String JACKSON = "tools.jackson.databind";

	private static final String REQUIRED = "--groundwork.contract.required=shop.greeting";

	@Test
	void missingPropertyIsRefusedBeforeAutoConfigurationsAreRead() {
		Failure failure = fail(Shop.class, REQUIRED);
		assertThat(failure.properties()).containsExactly("shop.greeting");
		assertThat(failure.beans()).anyMatch((bean) -> bean.contains("Shop")).noneMatch(EarlyRefusalTests::isAuto);
	}

	@Test
	void weakSecretIsRefusedBeforeAutoConfigurationsAreRead() {
		Failure failure = fail(Shop.class, "--groundwork.contract.secrets[0].property=shop.secret",
				"--shop.secret=changeit");
		assertThat(failure.properties()).containsExactly("shop.secret");
		assertThat(failure.beans()).noneMatch(EarlyRefusalTests::isAuto);
	}

	@Test
	void everythingThatCannotBeBoundStandsInTheSameReport() {
		Failure failure = fail(Shop.class, REQUIRED, "--shop.size=large", "--server.port=high",
				"--spring.task.execution.pool.core-size=many", "--groundwork.startup.deadline=soon");
		assertThat(failure.properties()).containsExactlyInAnyOrder("shop.greeting", "shop.size", "server.port",
				"spring.task.execution.pool.core-size", "groundwork.startup.deadline");
		assertThat(failure.beans()).noneMatch(EarlyRefusalTests::isAuto);
	}

	@Test
	void propertiesThatNestedAutoConfigurationsBindStandInTheSameReport() {
		assertThat(fail(Shop.class, REQUIRED, "--spring.jackson.default-leniency=perhaps").properties())
			.containsExactlyInAnyOrder("shop.greeting", "spring.jackson.default-leniency");
	}

	@Test
	void propertiesThatOneOfTheirAutoConfigurationsBindsStandInTheSameReport() {
		Failure failure = fail(without("org.springframework.web.servlet", Shop.class), REQUIRED,
				"--management.metrics.use-global-registry=perhaps");
		assertThat(failure.properties()).containsExactlyInAnyOrder("shop.greeting",
				"management.metrics.use-global-registry");
		assertThat(failure.beans()).noneMatch(EarlyRefusalTests::isAuto);
	}

	@Test
	void propertiesThatTheApplicationBindsItselfStandInTheSameReport() {
		Failure failure = fail(without(JACKSON, ShopThatBindsJackson.class), REQUIRED,
				"--spring.jackson.default-leniency=perhaps");
		assertThat(failure.properties()).containsExactlyInAnyOrder("shop.greeting", "spring.jackson.default-leniency");
		assertThat(failure.beans()).noneMatch(EarlyRefusalTests::isAuto);
	}

	@Test
	void propertiesOfAnAutoConfigurationThatDoesNotApplyAreNotBound() {
		Failure failure = fail(without(JACKSON, Shop.class), REQUIRED, "--spring.jackson.default-leniency=perhaps");
		assertThat(failure.properties()).containsExactly("shop.greeting");
		assertThat(failure.beans()).noneMatch(EarlyRefusalTests::isAuto);
	}

	@Test
	void propertiesOfAnAutoConfigurationThatIsExcludedAreNotBound() {
		Failure failure = fail(Shop.class, REQUIRED, "--spring.jackson.default-leniency=perhaps",
				"--spring.autoconfigure.exclude=" + JacksonAutoConfiguration.class.getName());
		assertThat(failure.properties()).containsExactly("shop.greeting");
		assertThat(failure.beans()).noneMatch(EarlyRefusalTests::isAuto);
	}

	@Test
	void propertiesThatAnotherAutoConfigurationBindsStandInTheSameReport(@TempDir Path folder) throws IOException {
		Failure failure = failWithAudit(folder, "--audit.file.size=large",
				"--audit.imports=" + AuditFile.class.getName());
		assertThat(failure.properties()).containsExactlyInAnyOrder("shop.greeting", "audit.size", "audit.file.size");
		assertThat(failure.beans()).noneMatch(EarlyRefusalTests::isAuto);
	}

	@Test
	void otherAutoConfigurationThatIsExcludedIsNotRead(@TempDir Path folder) throws IOException {
		assertThat(failWithAudit(folder, "--spring.autoconfigure.exclude=" + AuditAutoConfiguration.class.getName())
			.properties()).containsExactly("shop.greeting");
	}

	@Test
	void reportIsThatOfTheEnforcer() {
		String[] arguments = { REQUIRED, "--shop.size=large", "--groundwork.contract.secrets[0].property=shop.secret",
				"--shop.secret=changeit", "--spring.datasource.url=jdbc:postgresql://10.1.2.3/shop" };
		Failure early = fail(Shop.class, arguments);
		Failure late = fail(ShopWithAPostProcessor.class, arguments);
		assertThat(late.beans()).anyMatch(EarlyRefusalTests::isAuto);
		assertThat(early.findings()).isEqualTo(late.findings());
	}

	@ParameterizedTest
	@ValueSource(classes = { ShopWithAPropertySource.class, ShopWithALatePropertySource.class,
			ShopWithAPostProcessor.class })
	void whatTheApplicationSetsInCodeIsWaitedFor(Class<?> application) {
		try (ConfigurableApplicationContext context = run(application, "--groundwork.contract.required=shop.late")) {
			assertThat(context.getEnvironment().getProperty("shop.late")).isEqualTo("set in code");
		}
	}

	@Test
	void contractThatIsABeanIsWaitedFor() {
		Failure failure = fail(ShopWithAContract.class, REQUIRED);
		assertThat(failure.properties()).containsExactly("shop.own");
		assertThat(failure.beans()).anyMatch(EarlyRefusalTests::isAuto);
	}

	@Test
	void applicationThatCannotBeReadTwiceIsLeftToTheEnforcer() {
		Failure failure = fail(ShopReadOnce.class, REQUIRED);
		assertThat(failure.properties()).containsExactly("shop.greeting");
		assertThat(failure.beans()).anyMatch(EarlyRefusalTests::isAuto);
	}

	@Test
	void whatIsImportedOneByOneIsLeftToTheEnforcer() {
		assertThat(fail(SliceOfShop.class, REQUIRED).properties()).containsExactly("shop.greeting");
	}

	@ParameterizedTest
	@ValueSource(strings = { "--groundwork.enabled=false", "--groundwork.contract.enabled=false",
			"--groundwork.mode=off",
			"--spring.autoconfigure.exclude=" + "dev.groundwork.autoconfigure.GroundworkContractAutoConfiguration" })
	void whoSwitchesTheContractOffIsNotRefused(String argument) {
		run(Shop.class, REQUIRED, argument).close();
	}

	@Test
	void noClassIsLoadedAheadForAStartThatIsRefused() {
		assertThat(earlyStart(Shop.class, REQUIRED).loadsClassesAhead()).isFalse();
	}

	@Test
	void earlyProbeServerDoesNotKeepAStartFromBeingRefused() {
		assertThat(earlyStart(Shop.class, REQUIRED, "--groundwork.probe.port=0").loadsClassesAhead()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(classes = { ShopWithAPropertySource.class, ShopWithAPostProcessor.class })
	void classesAreLoadedAheadForAStartThatGoesOn(Class<?> application) {
		assertThat(earlyStart(application, "--groundwork.contract.required=shop.late").loadsClassesAhead()).isTrue();
	}

	@Test
	void contractThatIsKeptLeavesNothingOfTheCheck() {
		try (ConfigurableApplicationContext context = run(Shop.class, REQUIRED, "--shop.greeting=hello")) {
			assertThat(context.getBeanFactory().getSingletonNames()).doesNotContain("groundworkEarlyCheck");
		}
	}

	private static boolean isAuto(String bean) {
		return bean.endsWith("AutoConfiguration");
	}

	private static SpringApplication without(String packageName, Class<?> type) {
		SpringApplication application = application(type);
		application.setResourceLoader(new DefaultResourceLoader(new FilteredClassLoader(packageName)));
		return application;
	}

	private static Failure failWithAudit(Path folder, String... arguments) throws IOException {
		Path imports = folder.resolve("META-INF/spring/" + AutoConfiguration.class.getName() + ".imports");
		Files.createDirectories(imports.getParent());
		Files.writeString(imports, AuditAutoConfiguration.class.getName());
		SpringApplication application = application(Shop.class);
		try (URLClassLoader more = new URLClassLoader(new URL[] { folder.toUri().toURL() },
				EarlyRefusalTests.class.getClassLoader())) {
			application.setResourceLoader(new DefaultResourceLoader(more));
			return fail(application, Stream.concat(Stream.of(REQUIRED, "--audit.size=large"), Stream.of(arguments))
				.toArray(String[]::new));
		}
	}

	private static Failure fail(Class<?> application, String... arguments) {
		return fail(application(application), arguments);
	}

	private static Failure fail(SpringApplication failing, String... arguments) {
		AtomicReference<List<String>> beans = new AtomicReference<>(List.of());
		Consumer<ApplicationFailedEvent> failed = (event) -> {
			ConfigurableApplicationContext context = event.getApplicationContext();
			if (context != null) {
				beans.set(List.of(context.getBeanFactory().getBeanDefinitionNames()));
			}
		};
		failing.addListeners((ApplicationListener<ApplicationFailedEvent>) failed::accept);
		ContractViolationException violation = catchThrowableOfType(ContractViolationException.class,
				() -> failing.run(arguments(arguments)).close());
		assertThat(violation).isNotNull();
		return new Failure(violation.report().findings(), beans.get());
	}

	private static EarlyStart earlyStart(Class<?> application, String... arguments) {
		SpringApplication observed = application(application);
		AtomicReference<@Nullable Object> start = new AtomicReference<>();
		Consumer<ApplicationPreparedEvent> prepared = (event) -> start
			.set(event.getApplicationContext().getBeanFactory().getSingleton("groundworkEarlyStart"));
		observed.addListeners((ApplicationListener<ApplicationPreparedEvent>) prepared::accept);
		try {
			observed.run(arguments(arguments)).close();
		}
		catch (ContractViolationException ex) {
			// What it has done until then is looked at
		}
		return (EarlyStart) Objects.requireNonNull(start.get());
	}

	private static ConfigurableApplicationContext run(Class<?> application, String... arguments) {
		return application(application).run(arguments(arguments));
	}

	private static SpringApplication application(Class<?> application) {
		SpringApplication created = new SpringApplication(application);
		created.setWebApplicationType(WebApplicationType.NONE);
		return created;
	}

	private static String[] arguments(String... arguments) {
		return Stream.concat(Stream.of("--groundwork.contract.rules.loopback-address=off",
				"--spring.main.banner-mode=off", "--groundwork.startup.strategy=background"), Stream.of(arguments))
			.toArray(String[]::new);
	}

	/**
	 * How a start ended.
	 *
	 * @param findings what was found
	 * @param beans the names of the beans that were defined by then
	 */
	private record Failure(List<Finding> findings, List<String> beans) {

		List<String> properties() {
			return this.findings.stream().map(Finding::property).toList();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@EnableConfigurationProperties(ShopProperties.class)
	static class Shop {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableConfigurationProperties(JacksonProperties.class)
	static class ShopThatBindsJackson extends Shop {

	}

	@ConfigurationProperties("shop")
	record ShopProperties(int size) {

	}

	@ConfigurationProperties("audit.file")
	static class AuditFile {

		private int size;

		int getSize() {
			return this.size;
		}

		void setSize(int size) {
			this.size = size;
		}

	}

	@Configuration(proxyBeanMethods = false)
	@PropertySource("classpath:early-refusal.properties")
	static class ShopWithAPropertySource extends Shop {

	}

	@Configuration(proxyBeanMethods = false)
	@Import(AfterAutoConfigurations.class)
	static class ShopWithALatePropertySource extends Shop {

	}

	static class AfterAutoConfigurations implements DeferredImportSelector, Ordered {

		@Override
		public String[] selectImports(AnnotationMetadata importing) {
			return new String[] { LatePropertySource.class.getName() };
		}

		@Override
		public int getOrder() {
			return Ordered.LOWEST_PRECEDENCE;
		}

	}

	@PropertySource("classpath:early-refusal.properties")
	static class LatePropertySource {

	}

	@Configuration(proxyBeanMethods = false)
	static class ShopWithAPostProcessor extends Shop {

		@Bean
		static LateProperties lateProperties(ConfigurableEnvironment environment) {
			return new LateProperties(environment);
		}

	}

	record LateProperties(ConfigurableEnvironment environment) implements BeanFactoryPostProcessor, PriorityOrdered {

		@Override
		public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
			this.environment.getPropertySources()
				.addLast(new MapPropertySource("late", Map.of("shop.late", "set in code")));
		}

		@Override
		public int getOrder() {
			return 0;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ShopWithAContract extends Shop {

		@Bean
		static Contract contract() {
			return new Contract(List.of(new SecretRequirement("shop.own", null, List.of(), 0, null)));
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(ReadOnce.class)
	static class ShopReadOnce extends Shop {

	}

	static class ReadOnce implements ImportBeanDefinitionRegistrar, EnvironmentAware {

		@Override
		public void setEnvironment(Environment environment) {
			if (ConfigurationPreview.isReading(environment)) {
				throw new IllegalStateException("was read before");
			}
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration(GroundworkContractAutoConfiguration.class)
	static class SliceOfShop {

	}

}
