package dev.groundwork.autoconfigure;

import java.net.URI;
import java.sql.Connection;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import com.zaxxer.hikari.HikariDataSource;
import dev.groundwork.plan.LintException;
import dev.groundwork.plan.LintFinding;
import dev.groundwork.plan.LintRule;
import dev.groundwork.plan.LintSeverity;
import org.apache.hc.core5.util.Timeout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.aop.TargetSource;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;

/**
 * Tests for {@link GroundworkClientLintAutoConfiguration} and its rules. Nothing
 * connects.
 */
@ExtendWith(OutputCaptureExtension.class)
class GroundworkClientLintAutoConfigurationTests {

	private static final String RABBITMQ = "unbounded-rabbitmq-client";

	private static final String ELASTICSEARCH = "unbounded-elasticsearch-client";

	private static final String JDBC = "unbounded-jdbc-pool";

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner().withConfiguration(
			AutoConfigurations.of(GroundworkClientLintAutoConfiguration.class, GroundworkAutoConfiguration.class));

	@Test
	void clientThatIsNotThereViolatesNothing() {
		this.contextRunner.run((context) -> assertThat(findings(context)).isEmpty());
	}

	@Test
	void everyRuleIsAWarningAtFirst() {
		this.contextRunner.run((context) -> assertThat(context.getBeansOfType(LintRule.class).values())
			.allSatisfy((rule) -> assertThat(rule.getDefaultSeverity()).isEqualTo(LintSeverity.WARNING))
			.extracting(LintRule::getName)
			.containsExactlyInAnyOrder(RABBITMQ, ELASTICSEARCH, JDBC));
	}

	@Test
	void ruleIsThereOnlyIfItsLibraryIs() {
		this.contextRunner.withClassLoader(new FilteredClassLoader("org.springframework.amqp", "co.elastic"))
			.run((context) -> assertThat(context.getBeansOfType(LintRule.class).values()).extracting(LintRule::getName)
				.containsExactly(JDBC));
	}

	@Test
	void whenGroundworkIsSwitchedOffBacksOff() {
		this.contextRunner.withPropertyValues("groundwork.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(LintRule.class));
	}

	@Test
	void defaultOfTheRabbitMqClientIsOneLineWithTheProperty(CapturedOutput output) {
		this.contextRunner
			.withBean("rabbit", CachingConnectionFactory.class, () -> new CachingConnectionFactory("host"))
			.run((context) -> assertThat(context).hasNotFailed());
		assertThat(output.getOut().lines().filter((line) -> line.contains(RABBITMQ))).singleElement()
			.asString()
			.contains("connection factory 'rabbit'", "600 s for an answer", "spring.rabbitmq.channel-rpc-timeout=10s");
	}

	@Test
	void rabbitMqClientWithBoundsViolatesNothing() {
		this.contextRunner.withBean(CachingConnectionFactory.class, () -> rabbitMq(5_000, 10_000, 10_000, 60))
			.run((context) -> assertThat(findings(context)).isEmpty());
	}

	@ParameterizedTest
	@CsvSource({ "0, 10000, 10000, 60, spring.rabbitmq.connection-timeout=5s",
			"5000, 0, 10000, 60, setHandshakeTimeout(10_000)",
			"5000, 10000, 0, 60, spring.rabbitmq.channel-rpc-timeout=10s",
			"5000, 10000, 60001, 60, spring.rabbitmq.channel-rpc-timeout=10s",
			"5000, 10000, 10000, 0, spring.rabbitmq.requested-heartbeat=15s" })
	void boundThatTheRabbitMqClientLacksIsNamed(int connection, int handshake, int rpc, int heartbeat, String remedy) {
		this.contextRunner
			.withBean(CachingConnectionFactory.class, () -> rabbitMq(connection, handshake, rpc, heartbeat))
			.run((context) -> assertThat(findings(context)).singleElement()
				.satisfies((finding) -> assertThat(finding.rule()).isEqualTo(RABBITMQ))
				.extracting((finding) -> finding.violation().remedy())
				.asString()
				.startsWith("Set " + remedy)
				.doesNotContain(" and "));
	}

	@Test
	void elasticsearchClientWithoutAResponseTimeoutIsNamed() {
		this.contextRunner
			.withBean("client", Rest5Client.class, () -> Rest5Client.builder(URI.create("http://host")).build())
			.run((context) -> assertThat(findings(context)).singleElement().satisfies((finding) -> {
				assertThat(finding.rule()).isEqualTo(ELASTICSEARCH);
				assertThat(finding.violation().subject()).isEqualTo("client 'client'");
				assertThat(finding.violation().remedy()).contains("setResponseTimeout(Timeout.ofSeconds(10))");
			}));
	}

	@Test
	void elasticsearchClientWithAResponseTimeoutViolatesNothing() {
		this.contextRunner
			.withBean(Rest5Client.class,
					() -> Rest5Client.builder(URI.create("http://host"))
						.setRequestConfigCallback((request) -> request.setResponseTimeout(Timeout.ofSeconds(10)))
						.build())
			.run((context) -> assertThat(findings(context)).isEmpty());
	}

	@ParameterizedTest
	@ValueSource(longs = { 0, Integer.MAX_VALUE })
	void hikariThatWaitsForEverIsNamed(long timeout) {
		this.contextRunner.withBean("pool", DataSource.class, () -> hikari(timeout))
			.run((context) -> assertThat(findings(context)).singleElement().satisfies((finding) -> {
				assertThat(finding.rule()).isEqualTo(JDBC);
				assertThat(finding.violation().subject()).isEqualTo("data source 'pool'");
				assertThat(finding.violation().remedy())
					.isEqualTo("Set spring.datasource.hikari.connection-timeout=10000");
			}));
	}

	@Test
	void defaultOfHikariViolatesNothing() {
		this.contextRunner.withBean(DataSource.class, HikariDataSource::new)
			.run((context) -> assertThat(findings(context)).isEmpty());
	}

	@Test
	void poolInsideOfAnotherDataSourceIsFound() {
		this.contextRunner.withBean(DataSource.class, () -> new DelegatingDataSource(hikari(0)))
			.run((context) -> assertThat(findings(context)).hasSize(1));
		this.contextRunner.withBean(DataSource.class, () -> (DataSource) new ProxyFactory(hikari(0)).getProxy())
			.run((context) -> assertThat(findings(context)).hasSize(1));
	}

	@Test
	void poolThatIsLazyIsNotMade() {
		this.contextRunner
			.withBean("target", DataSource.class, () -> hikari(0), (definition) -> definition.setLazyInit(true))
			.withBean("proxy", DataSource.class, () -> {
				throw new IllegalStateException("made");
			}, (definition) -> definition.setLazyInit(true))
			.run((context) -> {
				assertThat(findings(context)).isEmpty();
				assertThat(context.getBeanFactory().containsSingleton("target")).isFalse();
			});
	}

	@Test
	void targetOfALazyProxyIsNotMade() throws Exception {
		TargetSource targetSource = mock(TargetSource.class);
		willReturn(DataSource.class).given(targetSource).getTargetClass();
		DataSource proxy = ProxyFactory.getProxy(DataSource.class, targetSource);
		assertThat(JdbcPool.of(proxy)).isEmpty();
		then(targetSource).should(never()).getTarget();
	}

	@Test
	void dataSourceOfAnUnknownKindViolatesNothing() {
		DataSource unknown = new AbstractDataSource() {

			@Override
			public Connection getConnection() {
				throw new IllegalStateException("connected");
			}

			@Override
			public Connection getConnection(String username, String password) {
				return getConnection();
			}

		};
		this.contextRunner.withBean(DataSource.class, () -> unknown)
			.run((context) -> assertThat(findings(context)).isEmpty());
	}

	@Test
	void ruleCanBeSwitchedOffOrMadeAnError() {
		ApplicationContextRunner unbounded = this.contextRunner.withBean(CachingConnectionFactory.class,
				() -> new CachingConnectionFactory("host"));
		unbounded.withPropertyValues("groundwork.lint.rules.unbounded-rabbitmq-client=off")
			.run((context) -> assertThat(findings(context)).isEmpty());
		unbounded.withPropertyValues("groundwork.lint.rules.unbounded-rabbitmq-client=error")
			.run((context) -> assertThat(context).getFailure().rootCause().isInstanceOf(LintException.class));
	}

	private static List<LintFinding> findings(AssertableApplicationContext context) {
		return context.getBean(DesiredStates.class).lint(Map.of());
	}

	private static HikariDataSource hikari(long timeout) {
		HikariDataSource dataSource = new HikariDataSource();
		dataSource.setConnectionTimeout(timeout);
		return dataSource;
	}

	private static CachingConnectionFactory rabbitMq(int connection, int handshake, int rpc, int heartbeat) {
		CachingConnectionFactory factory = new CachingConnectionFactory("host");
		factory.setConnectionTimeout(connection);
		factory.setRequestedHeartBeat(heartbeat);
		factory.getRabbitConnectionFactory().setHandshakeTimeout(handshake);
		factory.getRabbitConnectionFactory().setChannelRpcTimeout(rpc);
		return factory;
	}

}
