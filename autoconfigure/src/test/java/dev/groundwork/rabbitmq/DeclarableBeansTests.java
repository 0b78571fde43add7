package dev.groundwork.rabbitmq;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import dev.groundwork.resource.Declaration;
import org.junit.jupiter.api.Test;

import org.springframework.amqp.core.AnonymousQueue;
import org.springframework.amqp.core.Binding;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.Declarable;
import org.springframework.amqp.core.Declarables;
import org.springframework.amqp.core.DirectExchange;
import org.springframework.amqp.core.FanoutExchange;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.amqp.rabbit.annotation.EnableRabbit;
import org.springframework.amqp.rabbit.annotation.Exchange;
import org.springframework.amqp.rabbit.annotation.QueueBinding;
import org.springframework.amqp.rabbit.annotation.RabbitListener;
import org.springframework.amqp.rabbit.config.SimpleRabbitListenerContainerFactory;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitAdmin;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;

/**
 * Tests for {@link DeclarableBeans}, without a broker.
 */
class DeclarableBeansTests {

	private static final CachingConnectionFactory CONNECTION_FACTORY = new CachingConnectionFactory("broker.example");

	@Test
	void findsBeansOfEveryKindWithTheirNames() {
		withBeans(SharedTopology.class,
				(beans) -> assertThat(beans.takeOver(CONNECTION_FACTORY)).containsExactlyInAnyOrder(
						new Declaration(new ExchangeResource("events", "topic", true, false, false, Map.of()),
								"bean events"),
						new Declaration(new QueueResource("orders", true, Map.of()), "bean orders"),
						new Declaration(new BindingResource("events", "orders", true, "order.#", Map.of()),
								"bean binding"),
						new Declaration(new QueueResource("first", true, Map.of()), "bean declarables"),
						new Declaration(new BindingResource("events", "first", true, "first", Map.of()),
								"bean declarables")));
	}

	@Test
	void tellsTheAdminNotToDeclareWhatIsTakenOver() {
		withContext(SharedTopology.class, (context) -> {
			beans(context).takeOver(CONNECTION_FACTORY);
			assertThat(context.getBean("orders", Queue.class).shouldDeclare()).isFalse();
			assertThat(context.getBean("declarables", Declarables.class).getDeclarables())
				.noneMatch((declarable) -> declarable.shouldDeclare());
		});
	}

	@Test
	void takingOverAgainYieldsTheSame() {
		withBeans(SharedTopology.class, (beans) -> {
			List<Declaration> first = beans.takeOver(CONNECTION_FACTORY);
			assertThat(first).hasSize(5);
			assertThat(beans.takeOver(CONNECTION_FACTORY)).containsExactlyInAnyOrderElementsOf(first);
		});
	}

	@Test
	void leavesWhatLivesWithTheConnection() {
		withContext(ConnectionScopedTopology.class, (context) -> {
			DeclarableBeans beans = beans(context);
			assertThat(ids(beans.takeOver(CONNECTION_FACTORY))).containsExactly("exchange 'events'");
			assertThat(context.getBeansOfType(Queue.class).values()).allMatch(Queue::shouldDeclare);
			assertThat(context.getBeansOfType(Binding.class).values()).allMatch(Binding::shouldDeclare);
			assertThat(context.getBean("temporary", FanoutExchange.class).shouldDeclare()).isTrue();
		});
	}

	@Test
	void namesTheQueuesThatLiveWithTheConnection() {
		withContext(ConnectionScopedTopology.class,
				(context) -> assertThat(beans(context).connectionScopedQueues()).containsExactlyInAnyOrder("exclusive",
						"auto-delete", context.getBean("anonymous", Queue.class).getName(),
						context.getBean("serverNamed", Queue.class).getActualName()));
	}

	@Test
	void whatIsNotToBeDeclaredButABindingNeedsIsSomebodyElses() {
		withContext(ExternalTopology.class, (context) -> {
			DeclarableBeans beans = beans(context);
			List<Declaration> declarations = beans.takeOver(CONNECTION_FACTORY);
			assertThat(declarations).filteredOn(Declaration::external)
				.extracting((declaration) -> declaration.id().toString())
				.containsExactlyInAnyOrder("exchange 'theirs'", "queue 'their-queue'");
			assertThat(declarations).filteredOn((declaration) -> !declaration.external())
				.extracting((declaration) -> declaration.id().toString())
				.containsExactlyInAnyOrder("queue 'orders'", "binding 'theirs → orders []'",
						"binding 'theirs → their-queue []'");
			assertThat(beans.takeOver(CONNECTION_FACTORY)).containsExactlyInAnyOrderElementsOf(declarations);
		});
	}

	@Test
	void exchangeThatAListenerDoesNotDeclareIsSomebodyElses() {
		withBeans(ExternalListenerTopology.class,
				(beans) -> assertThat(beans.takeOver(CONNECTION_FACTORY)).filteredOn(Declaration::external)
					.extracting((declaration) -> declaration.id().toString())
					.containsExactly("exchange 'theirs'"));
	}

	@Test
	void whatNamesNoAdminExistsWhereEveryAdminDeclares() {
		try (Admins admins = new Admins()) {
			Queue queue = new Queue("everywhere");
			DeclarableBeans beans = admins.beans(queue);
			assertThat(ids(beans.takeOver(admins.first))).containsExactly("queue 'everywhere'");
			assertThat(ids(beans.takeOver(admins.second))).containsExactly("queue 'everywhere'");
			assertThat(queue.shouldDeclare()).isFalse();
		}
	}

	@Test
	void whatNamesAnAdminExistsWhereThatAdminDeclares() {
		try (Admins admins = new Admins()) {
			Queue byName = new Queue("by-name");
			byName.setAdminsThatShouldDeclare("secondAdmin");
			Queue byInstance = new Queue("by-instance");
			byInstance.setAdminsThatShouldDeclare(admins.firstAdmin);
			DeclarableBeans beans = admins.beans(byName, byInstance);
			assertThat(ids(beans.takeOver(admins.first))).containsExactly("queue 'by-instance'");
			assertThat(ids(beans.takeOver(admins.second))).containsExactly("queue 'by-name'");
		}
	}

	@Test
	void adminThatDeclaresOnlyWhatNamesItDoesNotDeclareTheRest() {
		try (Admins admins = new Admins()) {
			admins.secondAdmin.setExplicitDeclarationsOnly(true);
			DeclarableBeans beans = admins.beans(new Queue("orders"));
			assertThat(ids(beans.takeOver(admins.first))).containsExactly("queue 'orders'");
			assertThat(beans.takeOver(admins.second)).isEmpty();
		}
	}

	@Test
	void whatAnAdminDeclaresThroughSomethingElseIsLeftToTheAdmins() {
		try (Admins admins = new Admins()) {
			admins.takeover.postProcessBeforeInitialization(new RabbitAdmin(mock(ConnectionFactory.class)), "routing");
			Queue queue = new Queue("everywhere");
			DeclarableBeans beans = admins.beans(queue);
			assertThat(beans.takeOver(admins.first)).isEmpty();
			assertThat(queue.shouldDeclare()).isTrue();
		}
	}

	@Test
	void leavesWhatIsNotToBeDeclared() {
		withBeans(UndeclaredTopology.class, (beans) -> assertThat(beans.takeOver(CONNECTION_FACTORY)).isEmpty());
	}

	@Test
	void skipsTheDefaultExchangeAndItsBindings() {
		withBeans(DefaultExchangeTopology.class,
				(beans) -> assertThat(ids(beans.takeOver(CONNECTION_FACTORY))).containsExactly("queue 'orders'"));
	}

	@Test
	void findsTheBindingsOfListeners() {
		withContext(ListenerTopology.class, (context) -> {
			assertThat(ids(beans(context).takeOver(CONNECTION_FACTORY))).containsExactlyInAnyOrder("queue 'orders'",
					"exchange 'events'", "binding 'events → orders [order.#]'");
			then(context.getBean(ConnectionFactory.class)).should(never()).createConnection();
		});
	}

	@Test
	void leavesTheAnonymousQueuesOfListeners() {
		withBeans(AnonymousListenerTopology.class,
				(beans) -> assertThat(ids(beans.takeOver(CONNECTION_FACTORY))).containsExactly("exchange 'events'"));
	}

	private static void withBeans(Class<?> configuration, Consumer<DeclarableBeans> test) {
		withContext(configuration, (context) -> test.accept(beans(context)));
	}

	private static void withContext(Class<?> configuration, Consumer<AnnotationConfigApplicationContext> test) {
		try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext(configuration)) {
			test.accept(context);
		}
	}

	private static DeclarableBeans beans(AnnotationConfigApplicationContext context) {
		return new DeclarableBeans(context.getBeanFactory(), (name) -> "bean " + name, new RabbitAdminTakeover(),
				CONNECTION_FACTORY);
	}

	private static List<String> ids(Collection<Declaration> declarations) {
		return declarations.stream().map((declaration) -> declaration.id().toString()).toList();
	}

	@Configuration(proxyBeanMethods = false)
	static class SharedTopology {

		@Bean
		TopicExchange events() {
			return new TopicExchange("events");
		}

		@Bean
		Queue orders() {
			return new Queue("orders");
		}

		@Bean
		Binding binding(Queue orders, TopicExchange events) {
			return BindingBuilder.bind(orders).to(events).with("order.#");
		}

		@Bean
		Declarables declarables(TopicExchange events) {
			Queue first = new Queue("first");
			return new Declarables(first, BindingBuilder.bind(first).to(events).with("first"));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ConnectionScopedTopology {

		@Bean
		FanoutExchange events() {
			return new FanoutExchange("events");
		}

		@Bean
		FanoutExchange temporary() {
			return new FanoutExchange("temporary", true, true);
		}

		@Bean
		Queue exclusive() {
			return new Queue("exclusive", false, true, false);
		}

		@Bean
		Queue autoDelete() {
			return new Queue("auto-delete", false, false, true);
		}

		@Bean
		Queue anonymous() {
			return new AnonymousQueue();
		}

		@Bean
		Queue serverNamed() {
			return new Queue("", false, true, true);
		}

		@Bean
		Declarables bindings(FanoutExchange events, FanoutExchange temporary, Queue exclusive, Queue autoDelete,
				Queue anonymous, Queue serverNamed) {
			return new Declarables(BindingBuilder.bind(exclusive).to(events),
					BindingBuilder.bind(autoDelete).to(events), BindingBuilder.bind(anonymous).to(events),
					BindingBuilder.bind(serverNamed).to(events),
					BindingBuilder.bind(new Queue("durable")).to(temporary));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class UndeclaredTopology {

		@Bean
		Queue switchedOff() {
			Queue queue = new Queue("switched-off");
			queue.setShouldDeclare(false);
			return queue;
		}

		@Bean
		Queue ofAnotherBroker() {
			Queue queue = new Queue("of-another-broker");
			queue.setAdminsThatShouldDeclare("anotherAdmin");
			return queue;
		}

	}

	/**
	 * Two connection factories that have an admin each.
	 */
	private static final class Admins implements AutoCloseable {

		final CachingConnectionFactory first = new CachingConnectionFactory("first.example");

		final CachingConnectionFactory second = new CachingConnectionFactory("second.example");

		final RabbitAdmin firstAdmin = new RabbitAdmin(this.first);

		final RabbitAdmin secondAdmin = new RabbitAdmin(this.second);

		final RabbitAdminTakeover takeover = new RabbitAdminTakeover();

		Admins() {
			this.firstAdmin.setBeanName("firstAdmin");
			this.secondAdmin.setBeanName("secondAdmin");
			this.takeover.postProcessBeforeInitialization(this.firstAdmin, "firstAdmin");
			this.takeover.postProcessBeforeInitialization(this.secondAdmin, "secondAdmin");
		}

		DeclarableBeans beans(Declarable... declarables) {
			StaticListableBeanFactory beanFactory = new StaticListableBeanFactory();
			for (int i = 0; i < declarables.length; i++) {
				beanFactory.addBean("declarable" + i, declarables[i]);
			}
			return new DeclarableBeans(beanFactory, (name) -> "bean " + name, this.takeover, this.first);
		}

		@Override
		public void close() {
			this.first.destroy();
			this.second.destroy();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ExternalTopology {

		@Bean
		Declarables declarables() {
			TopicExchange theirs = new TopicExchange("theirs");
			Queue theirQueue = new Queue("their-queue");
			Queue unused = new Queue("unused");
			Queue orders = new Queue("orders");
			Binding unusedBinding = BindingBuilder.bind(unused).to(theirs).with("");
			theirs.setShouldDeclare(false);
			theirQueue.setShouldDeclare(false);
			unused.setShouldDeclare(false);
			unusedBinding.setShouldDeclare(false);
			return new Declarables(theirs, theirQueue, unused, orders, unusedBinding,
					BindingBuilder.bind(orders).to(theirs).with(""),
					BindingBuilder.bind(theirQueue).to(theirs).with(""));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ExternalListenerTopology extends ListenerInfrastructure {

		@RabbitListener(
				bindings = @QueueBinding(value = @org.springframework.amqp.rabbit.annotation.Queue(name = "orders"),
						exchange = @Exchange(name = "theirs", declare = "false")))
		void receive(String order) {
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class DefaultExchangeTopology {

		@Bean
		DirectExchange defaultExchange() {
			return new DirectExchange("");
		}

		@Bean
		Queue orders() {
			return new Queue("orders");
		}

		@Bean
		Binding binding(DirectExchange defaultExchange, Queue orders) {
			return BindingBuilder.bind(orders).to(defaultExchange).withQueueName();
		}

	}

	@EnableRabbit
	@Configuration(proxyBeanMethods = false)
	static class ListenerInfrastructure {

		@Bean
		ConnectionFactory connectionFactory() {
			return mock(ConnectionFactory.class);
		}

		@Bean
		SimpleRabbitListenerContainerFactory rabbitListenerContainerFactory(ConnectionFactory connectionFactory) {
			SimpleRabbitListenerContainerFactory factory = new SimpleRabbitListenerContainerFactory();
			factory.setConnectionFactory(connectionFactory);
			factory.setAutoStartup(false);
			return factory;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ListenerTopology extends ListenerInfrastructure {

		@RabbitListener(
				bindings = @QueueBinding(value = @org.springframework.amqp.rabbit.annotation.Queue(name = "orders"),
						exchange = @Exchange(name = "events", type = "topic"), key = "order.#"))
		void receive(String order) {
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class AnonymousListenerTopology extends ListenerInfrastructure {

		@RabbitListener(bindings = @QueueBinding(value = @org.springframework.amqp.rabbit.annotation.Queue,
				exchange = @Exchange(name = "events", type = "fanout")))
		void receive(String order) {
		}

	}

}
