package dev.groundwork.rabbitmq;

import java.util.List;

import dev.groundwork.plan.LintRule;
import dev.groundwork.plan.LintViolation;
import org.junit.jupiter.api.Test;

import org.springframework.amqp.core.AnonymousQueue;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.rabbit.listener.AbstractMessageListenerContainer;
import org.springframework.amqp.rabbit.listener.SimpleMessageListenerContainer;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ListenerQueueRule}.
 */
class ListenerQueueRuleTests {

	private final StaticListableBeanFactory beans = new StaticListableBeanFactory();

	@Test
	void listenerOnAQueueThatNobodyDeclaresIsFound() {
		assertThat(rule(container("orders")).check(Declarations.desired()))
			.containsExactly(new LintViolation("queue 'orders'", "listener 'ordersListener'",
					"is listened to, and nobody declares it: the listener waits until it is there",
					"Declare it (groundwork.rabbitmq.queues: [{name: orders}]), or, if another service does: "
							+ "groundwork.rabbitmq.queues: [{name: orders, external: true}]"));
	}

	@Test
	void declaredQueueIsFine() {
		assertThat(rule(container("orders")).check(Declarations.desired(Declarations.queue("orders")))).isEmpty();
	}

	@Test
	void queueOfAnotherServiceIsFine() {
		assertThat(rule(container("orders"))
			.check(Declarations.desired(Declarations.external(Declarations.queue("orders"))))).isEmpty();
	}

	@Test
	void queueThatLivesWithAConnectionIsFine() {
		AnonymousQueue anonymous = new AnonymousQueue();
		this.beans.addBean("anonymous", anonymous);
		this.beans.addBean("exclusive", new Queue("mine", false, true, true));
		assertThat(rule(container("mine"), container(anonymous.getName())).check(Declarations.desired())).isEmpty();
	}

	@Test
	void listenerThatDoesNotStartWithTheApplicationIsFine() {
		AbstractMessageListenerContainer container = container("orders");
		container.setAutoStartup(false);
		assertThat(rule(container).check(Declarations.desired())).isEmpty();
	}

	private LintRule rule(AbstractMessageListenerContainer... containers) {
		DeclarableBeans declarables = new DeclarableBeans(this.beans, (name) -> name, new RabbitAdminTakeover(), null);
		return new ListenerQueueRule(new ListenerQueues(() -> List.of(containers), declarables));
	}

	private static AbstractMessageListenerContainer container(String queue) {
		SimpleMessageListenerContainer container = new SimpleMessageListenerContainer();
		container.setListenerId(queue + "Listener");
		container.setQueueNames(queue);
		return container;
	}

}
