package dev.groundwork.rabbitmq;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mockito.InOrder;

import org.springframework.amqp.AmqpConnectException;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.AnonymousQueue;
import org.springframework.amqp.core.Declarable;
import org.springframework.amqp.core.DirectExchange;
import org.springframework.amqp.core.FanoutExchange;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.QueueInformation;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitAdmin;
import org.springframework.amqp.rabbit.listener.AbstractMessageListenerContainer;
import org.springframework.amqp.rabbit.listener.ConsumeOkEvent;
import org.springframework.amqp.rabbit.listener.SimpleMessageListenerContainer;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;

/**
 * Tests for {@link HeldListeners}, without a broker.
 */
@Timeout(20)
class HeldListenersTests {

	private final AmqpAdmin admin = mock(AmqpAdmin.class);

	private final ConnectionFactory connectionFactory = new CachingConnectionFactory("broker.example");

	private final RabbitAdmin declaringAdmin = new RabbitAdmin(this.connectionFactory);

	private final RabbitAdminTakeover takeover = new RabbitAdminTakeover();

	private final AttachedConsumers consumers = new AttachedConsumers();

	private final List<String> reasons = new ArrayList<>();

	@Test
	void containerThatStartsByItselfIsHeld() {
		AbstractMessageListenerContainer container = container(true, "orders");
		listeners(beans(), container).hold();
		then(container).should().setAutoStartup(false);
	}

	@Test
	void containerThatTheUserStartsIsLeftAlone() throws InterruptedException {
		AbstractMessageListenerContainer container = container(false, "orders");
		HeldListeners listeners = listeners(beans(), container);
		listeners.hold();
		listeners.start(this.reasons::add);
		then(container).should(never()).setAutoStartup(anyBoolean());
		then(container).should(never()).start();
	}

	@Test
	void containerStartsWhenItsQueueIsThereAndStartsByItselfAgain() throws InterruptedException {
		AbstractMessageListenerContainer container = container(true, "orders");
		given(this.admin.getQueueInfo("orders")).willThrow(new AmqpConnectException(new IllegalStateException("down")))
			.willReturn(null)
			.willReturn(new QueueInformation("orders", 0, 0));
		HeldListeners listeners = listeners(beans(), container);
		listeners.hold();
		listeners.start(this.reasons::add);
		InOrder inOrder = inOrder(container);
		then(container).should(inOrder).setAutoStartup(false);
		then(container).should(inOrder).start();
		then(container).should(inOrder).setAutoStartup(true);
		assertThat(this.reasons).containsExactly("queue 'orders': cannot be looked up",
				"queue 'orders': does not exist and nothing here declares it");
	}

	@Test
	void queueThatLivesWithTheConnectionIsLeftToTheAdmin() throws InterruptedException {
		Queue anonymous = new AnonymousQueue();
		AbstractMessageListenerContainer container = container(true, anonymous.getName());
		HeldListeners listeners = listeners(beans(anonymous), container);
		listeners.hold();
		listeners.start(this.reasons::add);
		then(this.admin).should(never()).getQueueInfo(anyString());
		then(container).should().start();
		assertThat(this.declaringAdmin.isAutoStartup()).isTrue();
	}

	@Test
	void exchangeThatIsLeftIsDeclaredByTheAdmin() throws InterruptedException {
		HeldListeners listeners = listeners(beans(new FanoutExchange("temporary", true, true)));
		listeners.hold();
		listeners.start(this.reasons::add);
		assertThat(this.declaringAdmin.isAutoStartup()).isTrue();
	}

	@Test
	void whatBelongsToAnAdminIsDeclaredByTheAdmin() throws InterruptedException {
		Queue queue = new Queue("of-another-broker");
		queue.setAdminsThatShouldDeclare("anotherAdmin");
		HeldListeners listeners = listeners(beans(queue));
		listeners.hold();
		listeners.start(this.reasons::add);
		assertThat(this.declaringAdmin.isAutoStartup()).isTrue();
	}

	@Test
	void whenNothingIsLeftTheAdminStaysOff() throws InterruptedException {
		Queue switchedOff = new Queue("switched-off");
		switchedOff.setShouldDeclare(false);
		HeldListeners listeners = listeners(beans(new Queue("orders"), switchedOff, new DirectExchange("")));
		listeners.hold();
		listeners.start(this.reasons::add);
		assertThat(this.declaringAdmin.isAutoStartup()).isFalse();
	}

	private HeldListeners listeners(DeclarableBeans declarables, AbstractMessageListenerContainer... containers) {
		this.takeover.postProcessBeforeInitialization(this.declaringAdmin, "admin");
		declarables.takeOver(this.connectionFactory);
		return new HeldListeners(() -> Arrays.asList(containers), declarables, this.takeover, (factory) -> this.admin,
				this.consumers);
	}

	private AbstractMessageListenerContainer container(boolean autoStartup, String queue) {
		SimpleMessageListenerContainer container = mock(SimpleMessageListenerContainer.class);
		given(container.isAutoStartup()).willReturn(autoStartup);
		given(container.getQueueNames()).willReturn(new String[] { queue });
		this.consumers.onApplicationEvent(new ConsumeOkEvent(this, queue, "tag"));
		return container;
	}

	private DeclarableBeans beans(Declarable... declarables) {
		StaticListableBeanFactory beanFactory = new StaticListableBeanFactory();
		for (int i = 0; i < declarables.length; i++) {
			beanFactory.addBean("declarable" + i, declarables[i]);
		}
		return new DeclarableBeans(beanFactory, (name) -> "bean " + name, this.takeover, this.connectionFactory);
	}

}
