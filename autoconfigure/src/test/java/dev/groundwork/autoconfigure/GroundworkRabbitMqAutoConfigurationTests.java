package dev.groundwork.autoconfigure;

import java.util.List;
import java.util.Map;

import dev.groundwork.plan.LintException;
import dev.groundwork.provision.Provisioner;
import dev.groundwork.rabbitmq.BindingResource;
import dev.groundwork.rabbitmq.DeclarableBeans;
import dev.groundwork.rabbitmq.ExchangeResource;
import dev.groundwork.rabbitmq.HeldListeners;
import dev.groundwork.rabbitmq.QueueResource;
import dev.groundwork.rabbitmq.RabbitAdminTakeover;
import dev.groundwork.rabbitmq.RetryLadderRecoverer;
import dev.groundwork.resource.Declaration;
import dev.groundwork.startup.Startup;
import dev.groundwork.startup.TaskSnapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.amqp.core.Queue;
import org.springframework.amqp.rabbit.annotation.EnableRabbit;
import org.springframework.amqp.rabbit.annotation.RabbitListener;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitAdmin;
import org.springframework.amqp.rabbit.listener.MessageListenerContainer;
import org.springframework.amqp.rabbit.listener.RabbitListenerEndpointRegistry;
import org.springframework.amqp.rabbit.retry.MessageRecoverer;
import org.springframework.amqp.rabbit.retry.RejectAndDontRequeueRecoverer;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.amqp.autoconfigure.RabbitAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.MapPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link GroundworkRabbitMqAutoConfiguration}, while there is no broker.
 */
@ExtendWith(OutputCaptureExtension.class)
class GroundworkRabbitMqAutoConfigurationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(RabbitAutoConfiguration.class,
				GroundworkRabbitMqAutoConfiguration.class, GroundworkAutoConfiguration.class))
		.withPropertyValues("spring.rabbitmq.host=127.0.0.1", "spring.rabbitmq.port=" + FreePort.find(),
				"groundwork.startup.strategy=background");

	@Test
	void provisionsAndHoldsTheListenersBack() {
		this.contextRunner.run((context) -> {
			assertThat(context).hasSingleBean(Provisioner.class)
				.hasSingleBean(RabbitAdminTakeover.class)
				.hasSingleBean(DeclarableBeans.class)
				.hasSingleBean(HeldListeners.class);
			assertThat(context.getBean(Startup.class).tasks()).extracting(TaskSnapshot::name)
				.containsExactly("rabbitmq", "rabbitmq-listeners");
			assertThat(context.getBean(RabbitAdmin.class).isAutoStartup()).isFalse();
		});
	}

	@Test
	void listenersStartAfterEveryBackEnd() {
		this.contextRunner.withBean("own", Provisioner.class, FakeProvisioner::new)
			.run((context) -> assertThat(context.getBean(Startup.class).tasks())
				.filteredOn((task) -> task.name().equals("rabbitmq-listeners"))
				.extracting(TaskSnapshot::after)
				.containsExactly(List.of("fake", "rabbitmq")));
	}

	@Test
	void watchesForReconnectsThoughEveryBeanIsLazy() {
		this.contextRunner
			.withInitializer(
					(context) -> context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
			.run((context) -> assertThat(context.getBeanFactory().getSingletonNames())
				.contains("groundworkReconnectProvisioning"));
	}

	@Test
	void provisionsInTheChildWhatIsDeclaredThere() {
		this.contextRunner.run((parent) -> this.contextRunner.withParent(parent)
			.withBean("childs", Queue.class, () -> new Queue("childs"))
			.run((child) -> {
				assertThat(child.getBean(Startup.class)).isNotSameAs(parent.getBean(Startup.class));
				assertThat(child.getBean("rabbitMqProvisioner", Provisioner.class).resolveDesiredState().declarations())
					.singleElement()
					.satisfies((declared) -> assertThat(declared.resource().id().name()).isEqualTo("childs"));
			}));
	}

	@ParameterizedTest
	@ValueSource(strings = { "groundwork.enabled=false", "groundwork.mode=off", "groundwork.rabbitmq.enabled=false" })
	void whenSwitchedOffLeavesRabbitAdminAlone(String property) {
		this.contextRunner.withPropertyValues(property)
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(Provisioner.class)
				.doesNotHaveBean(HeldListeners.class)
				.getBean(RabbitAdmin.class)
				.satisfies((admin) -> assertThat(admin.isAutoStartup()).isTrue()));
	}

	@Test
	void whenUserDefinesTheProvisionerBacksOff() {
		Provisioner custom = new FakeProvisioner();
		this.contextRunner.withBean("rabbitMqProvisioner", Provisioner.class, () -> custom)
			.run((context) -> assertThat(context).getBean(Provisioner.class).isSameAs(custom));
	}

	@Test
	void whenTheLibraryIsAbsentBacksOff() {
		this.contextRunner
			.withClassLoader(new FilteredClassLoader("org.springframework.amqp.rabbit", "com.rabbitmq.client"))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(Provisioner.class));
	}

	@Test
	void whenThereIsNoConnectionFactoryBacksOff() {
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(GroundworkRabbitMqAutoConfiguration.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(Provisioner.class));
	}

	@Test
	void propertiesReachTheDesiredState() {
		this.contextRunner.withPropertyValues("groundwork.rabbitmq.exchanges[0].name=events",
				"groundwork.rabbitmq.exchanges[0].type=topic", "groundwork.rabbitmq.exchanges[0].durable=false",
				"groundwork.rabbitmq.exchanges[0].auto-delete=true", "groundwork.rabbitmq.exchanges[0].internal=true",
				"groundwork.rabbitmq.exchanges[0].arguments.alternate-exchange=unrouted",
				"groundwork.rabbitmq.queues[0].name=orders", "groundwork.rabbitmq.queues[0].type=quorum",
				"groundwork.rabbitmq.queues[0].bindings[0].exchange=events",
				"groundwork.rabbitmq.queues[0].bindings[0].routing-key=order.#",
				"groundwork.rabbitmq.queues[1].name=transient", "groundwork.rabbitmq.queues[1].durable=false",
				"groundwork.rabbitmq.queues[1].arguments.x-overflow=reject-publish",
				"groundwork.rabbitmq.bindings[0].exchange=events", "groundwork.rabbitmq.bindings[0].destination=copies",
				"groundwork.rabbitmq.bindings[0].destination-type=exchange",
				"groundwork.rabbitmq.bindings[0].arguments.x-match=any",
				"groundwork.lint.rules.undeclared-alternate-exchange=off",
				"groundwork.lint.rules.binding-to-undeclared-exchange=off")
			.run((context) -> assertThat(declarations(context.getBean(Provisioner.class)))
				.extracting(Declaration::resource)
				.containsExactlyInAnyOrder(
						new ExchangeResource("events", "topic", false, true, true,
								Map.of("alternate-exchange", "unrouted")),
						new QueueResource("orders", true, Map.of("x-queue-type", "quorum")),
						new QueueResource("transient", false, Map.of("x-overflow", "reject-publish")),
						new BindingResource("events", "orders", true, "order.#", Map.of()),
						new BindingResource("events", "copies", false, "", Map.of("x-match", "any"))));
	}

	@Test
	void declarationsKnowWhereTheyStand() {
		this.contextRunner.withUserConfiguration(QueueConfiguration.class)
			.withInitializer((context) -> context.getEnvironment()
				.getPropertySources()
				.addFirst(new MapPropertySource("service", Map.of("groundwork.rabbitmq.queues[0].name", "other"))))
			.run((context) -> assertThat(declarations(context.getBean(Provisioner.class)))
				.extracting(Declaration::source)
				.containsExactly(
						"bean 'orders' in dev.groundwork.autoconfigure.GroundworkRabbitMqAutoConfigurationTests$"
								+ "QueueConfiguration",
						"groundwork.rabbitmq.queues[0] at 'groundwork.rabbitmq.queues[0].name' in property source "
								+ "'service'"));
	}

	@Test
	void contradictionFailsTheStartAndNamesBothSources(CapturedOutput output) {
		int port = FreePort.find();
		this.contextRunner.withUserConfiguration(QueueConfiguration.class)
			.withPropertyValues("spring.rabbitmq.port=" + port, "groundwork.rabbitmq.queues[0].name=orders",
					"groundwork.rabbitmq.queues[0].durable=false")
			.run((context) -> {
				assertThat(context).getFailure()
					.rootCause()
					.isInstanceOf(LintException.class)
					.hasMessageContaining("is declared twice with different durable")
					.hasMessageContaining("true by bean 'orders' in dev.groundwork.autoconfigure."
							+ "GroundworkRabbitMqAutoConfigurationTests$QueueConfiguration")
					.hasMessageContaining("false by groundwork.rabbitmq.queues[0] at "
							+ "'groundwork.rabbitmq.queues[0].name' in property source 'test'");
				assertThat(output).doesNotContain(":" + port);
			});
	}

	@ParameterizedTest
	@CsvSource({ "exchanges[0].type=topic, exchanges[0].name", "queues[0].durable=true, queues[0].name",
			"bindings[0].exchange=events, bindings[0].destination",
			"bindings[0].destination=orders, bindings[0].exchange" })
	void whatHasNoNameIsRefusedByProperty(String property, String missing) {
		this.contextRunner.withPropertyValues("groundwork.rabbitmq." + property)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidConfigurationPropertyValueException.class)
				.hasMessageContaining("groundwork.rabbitmq." + missing));
	}

	@ParameterizedTest
	@ValueSource(strings = { "groundwork.rabbitmq.exchange[0].name", "groundwork.rabbitmq.queues[0].nmae",
			"groundwork.rabbitmq.queues[0].bindings[0].key" })
	void unknownKeyIsRefusedByName(String key) {
		this.contextRunner.withPropertyValues("groundwork.rabbitmq.queues[0].name=orders", key + "=value")
			.run((context) -> assertThat(context).getFailure()
				.hasMessageContaining("%s: is set and nothing reads it".formatted(key)));
	}

	@Test
	void unknownTypeOfQueueIsRefusedByName() {
		this.contextRunner
			.withPropertyValues("groundwork.rabbitmq.queues[0].name=orders",
					"groundwork.rabbitmq.queues[0].type=quroum")
			.run((context) -> assertThat(context).getFailure()
				.hasStackTraceContaining("groundwork.rabbitmq.queues[0].type"));
	}

	@Test
	void bindingOfAnUndeclaredExchangeFailsTheStartBeforeAnythingConnects(CapturedOutput output) {
		int port = FreePort.find();
		this.contextRunner
			.withPropertyValues("spring.rabbitmq.port=" + port, "groundwork.rabbitmq.queues[0].name=orders",
					"groundwork.rabbitmq.queues[0].bindings[0].exchange=events")
			.run((context) -> {
				assertThat(context).getFailure()
					.rootCause()
					.isInstanceOf(LintException.class)
					.hasMessageContaining("refers to exchange 'events', which nobody declares");
				assertThat(output).doesNotContain(":" + port);
			});
	}

	@Test
	void listenerOnAnUndeclaredQueueIsWarnedAbout(CapturedOutput output) {
		this.contextRunner.withUserConfiguration(ListenerConfiguration.class).run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(output).contains("queue 'orders'").contains("is listened to, and nobody declares it");
		});
	}

	@Test
	void listenerOnADeclaredQueueIsNotWarnedAbout(CapturedOutput output) {
		this.contextRunner.withUserConfiguration(QueueConfiguration.class, ListenerConfiguration.class)
			.run((context) -> assertThat(output).doesNotContain("nobody declares it"));
	}

	@Test
	void whatIsNoManagementAddressIsRefusedWithoutShowingIt() {
		this.contextRunner
			.withPropertyValues("groundwork.rabbitmq.management.uri=ftp://monitor:topsecret@broker.example")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidConfigurationPropertyValueException.class)
				.hasMessageContaining("groundwork.rabbitmq.management.uri")
				.hasMessageNotContaining("topsecret"));
	}

	@Test
	void listenersAreHeldWhileThereIsNoBroker(CapturedOutput output) {
		this.contextRunner.withUserConfiguration(QueueConfiguration.class, ListenerConfiguration.class)
			.run((context) -> {
				assertThat(context).hasNotFailed();
				Startup startup = context.getBean(Startup.class);
				await().until(() -> startup.tasks()
					.stream()
					.anyMatch((task) -> String.valueOf(task.waitingFor()).endsWith(": connection refused")));
				assertThat(context.getBean(RabbitListenerEndpointRegistry.class).getListenerContainers()).hasSize(1)
					.noneMatch(MessageListenerContainer::isRunning);
				assertThat(output).doesNotContain("o.s.a.r.l")
					.doesNotContain("SimpleMessageListenerContainer")
					.doesNotContain("AmqpConnectException");
			});
	}

	@Test
	void everyPlaceThatIsNamedHasATaskOfItsOwn() {
		this.contextRunner.withUserConfiguration(SecondConnectionFactory.class)
			.withPropertyValues("groundwork.rabbitmq.queues[0].name=orders",
					"groundwork.rabbitmq.queues[0].virtual-host=/orders", "groundwork.rabbitmq.queues[1].name=there",
					"groundwork.rabbitmq.queues[1].connection-factory=second",
					"groundwork.rabbitmq.bindings[0].exchange=amq.topic",
					"groundwork.rabbitmq.bindings[0].destination=amq.fanout",
					"groundwork.rabbitmq.bindings[0].destination-type=exchange",
					"groundwork.rabbitmq.bindings[0].connection-factory=second",
					"groundwork.rabbitmq.bindings[0].virtual-host=/orders")
			.run((context) -> {
				assertThat(context).hasSingleBean(Provisioner.class);
				assertThat(context.getBean(Startup.class).tasks()).extracting(TaskSnapshot::name)
					.containsExactlyInAnyOrder("rabbitmq", "rabbitmq[/orders]", "rabbitmq@second",
							"rabbitmq@second[/orders]", "rabbitmq-listeners");
			});
	}

	@Test
	void withoutAPrimaryConnectionFactoryThereIsNoPrimaryProvisioner() {
		new ApplicationContextRunner()
			.withConfiguration(
					AutoConfigurations.of(GroundworkRabbitMqAutoConfiguration.class, GroundworkAutoConfiguration.class))
			.withBean("first", CachingConnectionFactory.class, () -> new CachingConnectionFactory("first.invalid"))
			.withBean("second", CachingConnectionFactory.class, () -> new CachingConnectionFactory("second.invalid"))
			.withPropertyValues("groundwork.startup.strategy=background")
			.run((context) -> {
				assertThat(context).hasNotFailed()
					.doesNotHaveBean(Provisioner.class)
					.hasSingleBean(HeldListeners.class);
				assertThat(context.getBean(Startup.class).tasks()).extracting(TaskSnapshot::name)
					.containsExactly("rabbitmq-listeners");
			});
	}

	@Test
	void ladderContributesARecoverer() {
		this.contextRunner
			.withPropertyValues("groundwork.rabbitmq.queues[0].name=orders",
					"groundwork.rabbitmq.queues[0].retry.delays=1s")
			.run((context) -> assertThat(context).getBean(MessageRecoverer.class)
				.isInstanceOf(RetryLadderRecoverer.class));
	}

	@Test
	void withoutALadderThereIsNoRecoverer() {
		this.contextRunner.withPropertyValues("groundwork.rabbitmq.queues[0].name=orders")
			.run((context) -> assertThat(context).doesNotHaveBean(MessageRecoverer.class));
	}

	@Test
	void whenUserDefinesARecovererBacksOff() {
		MessageRecoverer custom = new RejectAndDontRequeueRecoverer();
		this.contextRunner.withBean(MessageRecoverer.class, () -> custom)
			.withPropertyValues("groundwork.rabbitmq.queues[0].name=orders",
					"groundwork.rabbitmq.queues[0].retry.delays=1s")
			.run((context) -> assertThat(context).getBean(MessageRecoverer.class).isSameAs(custom));
	}

	@Test
	void twoLaddersOfOneNameAreRefused() {
		this.contextRunner.withUserConfiguration(SecondConnectionFactory.class)
			.withPropertyValues("groundwork.rabbitmq.queues[0].name=orders",
					"groundwork.rabbitmq.queues[0].retry.delays=1s", "groundwork.rabbitmq.queues[1].name=orders",
					"groundwork.rabbitmq.queues[1].connection-factory=second",
					"groundwork.rabbitmq.queues[1].retry.delays=1s")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidConfigurationPropertyValueException.class)
				.hasMessageContaining("More than one queue of this name has a retry ladder"));
	}

	private static List<Declaration> declarations(Provisioner provisioner) {
		return provisioner.resolveDesiredState().declarations();
	}

	@Configuration(proxyBeanMethods = false)
	static class QueueConfiguration {

		@Bean
		Queue orders() {
			return new Queue("orders");
		}

	}

	@EnableRabbit
	@Configuration(proxyBeanMethods = false)
	static class ListenerConfiguration {

		@RabbitListener(queues = "orders")
		void receive(String order) {
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class SecondConnectionFactory {

		@Bean(defaultCandidate = false)
		CachingConnectionFactory second() {
			return new CachingConnectionFactory("second.invalid");
		}

	}

}
