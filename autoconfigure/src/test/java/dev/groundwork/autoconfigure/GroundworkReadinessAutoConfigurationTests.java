package dev.groundwork.autoconfigure;

import java.time.Duration;
import java.util.List;

import javax.sql.DataSource;

import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.readiness.CheckSchedule;
import dev.groundwork.readiness.CheckThreads;
import dev.groundwork.readiness.Dependencies;
import dev.groundwork.readiness.DependencyCheck;
import dev.groundwork.readiness.DependencyPolicy;
import dev.groundwork.readiness.DependencySnapshot;
import dev.groundwork.readiness.Readiness;
import dev.groundwork.readiness.ReadinessState;
import dev.groundwork.readiness.WatchedDependency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.amqp.autoconfigure.RabbitAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.elasticsearch.autoconfigure.ElasticsearchRestClientAutoConfiguration;
import org.springframework.boot.health.autoconfigure.registry.HealthContributorRegistryAutoConfiguration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link GroundworkReadinessAutoConfiguration}.
 */
class GroundworkReadinessAutoConfigurationTests {

	private static final String PREFIX = "groundwork.readiness.dependencies.";

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(
				AutoConfigurations.of(GroundworkAutoConfiguration.class, GroundworkReadinessAutoConfiguration.class))
		.withPropertyValues("groundwork.startup.strategy=background");

	private final ApplicationContextRunner unusedClientsRunner = this.contextRunner
		.withConfiguration(
				AutoConfigurations.of(RabbitAutoConfiguration.class, GroundworkRabbitMqAutoConfiguration.class,
						ElasticsearchRestClientAutoConfiguration.class, GroundworkElasticsearchAutoConfiguration.class))
		.withPropertyValues("groundwork.elasticsearch.location=classpath:none/");

	private final ApplicationContextRunner clientsRunner = this.unusedClientsRunner.withPropertyValues(
			"groundwork.rabbitmq.exchanges[0].name=events",
			"groundwork.elasticsearch.location=classpath:dependencies/");

	@Test
	void brokerAndClusterThatNothingUsesAreNotWatched() {
		this.unusedClientsRunner.run((context) -> assertThat(watched(context)).isEmpty());
	}

	@Test
	void brokerAndClusterThatAreConfiguredByNameAreWatched() {
		this.unusedClientsRunner
			.withPropertyValues(PREFIX + "rabbitmq.policy=strict", PREFIX + "elasticsearch.policy=strict")
			.run((context) -> assertThat(watched(context)).extracting((each) -> each.check().getName())
				.containsExactlyInAnyOrder("rabbitmq", "elasticsearch"));
	}

	@Test
	void withoutAnythingToWatchNothingIsWatched() {
		this.contextRunner.run((context) -> {
			assertThat(context).hasSingleBean(Dependencies.class);
			assertThat(watched(context)).isEmpty();
			await().until(() -> context.getBean(Readiness.class).isReady());
		});
	}

	@Test
	void brokerClusterAndDataSourcesAreWatchedByDefault() {
		this.clientsRunner.withBean("orders", DataSource.class, () -> mock(DataSource.class))
			.run((context) -> assertThat(watched(context)).extracting((each) -> each.check().getName())
				.containsExactlyInAnyOrder("rabbitmq", "elasticsearch", "orders"));
	}

	@Test
	void whatIsWatchedByDefaultGatesTheStart() {
		this.clientsRunner.run((context) -> assertThat(watched(context)).allSatisfy((each) -> {
			assertThat(each.policy()).isEqualTo(DependencyPolicy.STARTUP);
			assertThat(each.schedule()).isEqualTo(CheckSchedule.DEFAULT);
		}));
	}

	@Test
	void whenSwitchedOffNothingIsWatched() {
		this.clientsRunner.withPropertyValues("groundwork.readiness.enabled=false").run((context) -> {
			assertThat(context).doesNotHaveBean(Dependencies.class).doesNotHaveBean(CheckThreads.class);
			assertThat(context.getBean(Readiness.class).snapshot().dependencies()).isEmpty();
		});
	}

	@Test
	void whenClientsAreAbsentBacksOff() {
		this.clientsRunner
			.withClassLoader(new FilteredClassLoader("org.springframework.amqp", "co.elastic.clients",
					"org.springframework.boot.health", "org.springframework.boot.web.server"))
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(watched(context)).isEmpty();
			});
	}

	@Test
	void runThatEndsWatchesNothing() {
		this.clientsRunner.withPropertyValues("groundwork.mode=plan")
			.run((context) -> assertThat(context.getBean(Dependencies.class).get()).isEmpty());
	}

	@Test
	void propertiesReachTheDependency() {
		this.clientsRunner
			.withPropertyValues(PREFIX + "rabbitmq.policy=strict", PREFIX + "rabbitmq.interval=5s",
					PREFIX + "rabbitmq.timeout=1s", PREFIX + "rabbitmq.failure-threshold=2",
					PREFIX + "rabbitmq.success-threshold=4")
			.run((context) -> {
				WatchedDependency rabbit = watched(context).stream()
					.filter((each) -> each.check().getName().equals("rabbitmq"))
					.findFirst()
					.orElseThrow();
				assertThat(rabbit.policy()).isEqualTo(DependencyPolicy.STRICT);
				assertThat(rabbit.schedule())
					.isEqualTo(new CheckSchedule(Duration.ofSeconds(5), Duration.ofSeconds(1), 2, 4));
			});
	}

	@Test
	void checkOfTheApplicationHoldsBackReadinessAndWinsOverOursOfItsName() {
		this.clientsRunner.withBean("own", DependencyCheck.class, () -> new OwnCheck("rabbitmq"))
			.run((context) -> assertThat(watched(context))
				.filteredOn((each) -> each.check().getName().equals("rabbitmq"))
				.singleElement()
				.satisfies((each) -> assertThat(each.check()).isInstanceOf(OwnCheck.class)));
	}

	@Test
	void dependencyThatIsDownHoldsBackReadiness() {
		this.contextRunner.withBean(OwnCheck.class, () -> new OwnCheck("own")).run((context) -> {
			Readiness readiness = context.getBean(Readiness.class);
			await().until(() -> readiness.snapshot().dependencies().stream().anyMatch(DependencySnapshot::degrades));
			assertThat(readiness.whenReady()).isNotDone();
			assertThat(readiness.snapshot().state()).isEqualTo(ReadinessState.STARTING);
			context.getBean(OwnCheck.class).up = true;
			await().until(readiness::isReady);
			await().until(() -> readiness.whenReady().isDone());
		});
	}

	@ParameterizedTest
	@CsvSource({ "url,http://localhost:1/health", "address,localhost:1", "host,localhost", "certificate,localhost:1",
			"health,disk" })
	void whatIsConfiguredIsWatched(String property, String value) {
		this.contextRunner.withConfiguration(AutoConfigurations.of(HealthContributorRegistryAutoConfiguration.class))
			.withBean("diskHealthIndicator", HealthIndicator.class, () -> () -> Health.up().build())
			.withPropertyValues(PREFIX + "billing." + property + "=" + value)
			.run((context) -> assertThat(watched(context)).extracting((each) -> each.check().getName())
				.containsExactly("billing"));
	}

	@Test
	void nameOfAHealthContributorIsKnown() {
		this.contextRunner.withConfiguration(AutoConfigurations.of(HealthContributorRegistryAutoConfiguration.class))
			.withBean("diskHealthIndicator", HealthIndicator.class, () -> () -> Health.up().build())
			.withPropertyValues(PREFIX + "disk.policy=strict")
			.run((context) -> await().until(() -> context.getBean(Readiness.class).isReady()));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "biling.policy=strict|Nothing is known by this name", "api.address=nowhere|Not a host and a port",
					"api.url=ftp://server|Not an http or https URL",
					"api.health=missing|There is no health contributor of this name",
					"rabbitmq.interval=0s|must be at least 1ms", "rabbitmq.failure-threshold=0|must be at least 1" })
	void whatSaysNothingEndsTheStart(String property, String reason) {
		this.clientsRunner.withPropertyValues(PREFIX + property)
			.run((context) -> assertThat(context).getFailure().hasStackTraceContaining(reason));
	}

	@Test
	void twoKindsOfCheckUnderOneNameEndTheStart() {
		this.contextRunner.withPropertyValues(PREFIX + "api.host=localhost", PREFIX + "api.address=localhost:1")
			.run((context) -> assertThat(context).getFailure().hasStackTraceContaining("More than one of"));
	}

	@Test
	void dependencyThatIsSwitchedOffIsNotWatched() {
		this.clientsRunner.withPropertyValues(PREFIX + "rabbitmq.enabled=false")
			.run((context) -> assertThat(watched(context)).extracting((each) -> each.check().getName())
				.containsExactly("elasticsearch"));
	}

	@Test
	void whatIsNotThereMayBeConfigured() {
		this.contextRunner
			.withPropertyValues(PREFIX + "rabbitmq.policy=ignore", PREFIX + "web-server.policy=ignore",
					PREFIX + "elasticsearch.policy=ignore")
			.run((context) -> assertThat(watched(context)).isEmpty());
	}

	private static List<WatchedDependency> watched(AssertableApplicationContext context) {
		return context.getBean(WatchedDependencies.class).get();
	}

	/**
	 * A check that finds what it is told to.
	 */
	private static final class OwnCheck implements DependencyCheck {

		private final String name;

		private volatile boolean up;

		OwnCheck(String name) {
			this.name = name;
		}

		@Override
		public String getName() {
			return this.name;
		}

		@Override
		public List<Diagnosis> check() {
			if (!this.up) {
				throw new IllegalStateException("down");
			}
			return List.of();
		}

	}

}
