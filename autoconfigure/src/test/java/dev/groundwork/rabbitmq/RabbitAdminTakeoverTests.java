package dev.groundwork.rabbitmq;

import org.junit.jupiter.api.Test;

import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitAdmin;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;

/**
 * Tests for {@link RabbitAdminTakeover}.
 */
class RabbitAdminTakeoverTests {

	private final ConnectionFactory connectionFactory = mock(ConnectionFactory.class);

	private final RabbitAdminTakeover takeover = new RabbitAdminTakeover();

	@Test
	void adminDoesNotDeclareByItself() {
		try (AnnotationConfigApplicationContext context = contextWith(new RabbitAdmin(this.connectionFactory))) {
			assertThat(context.getBean(RabbitAdmin.class).isAutoStartup()).isFalse();
			then(this.connectionFactory).should(never()).addConnectionListener(any());
		}
	}

	@Test
	void whenHandedBackAdminDeclaresOnTheNextConnection() {
		try (AnnotationConfigApplicationContext context = contextWith(new RabbitAdmin(this.connectionFactory))) {
			this.takeover.handBack();
			assertThat(context.getBean(RabbitAdmin.class).isAutoStartup()).isTrue();
			then(this.connectionFactory).should().addConnectionListener(any());
		}
	}

	@Test
	void whenHandedBackTwiceListensOnce() {
		this.takeover.postProcessBeforeInitialization(new RabbitAdmin(this.connectionFactory), "admin");
		this.takeover.handBack();
		this.takeover.handBack();
		then(this.connectionFactory).should(times(1)).addConnectionListener(any());
	}

	@Test
	void adminThatTheUserSwitchedOffStaysOff() {
		RabbitAdmin admin = new RabbitAdmin(this.connectionFactory);
		admin.setAutoStartup(false);
		try (AnnotationConfigApplicationContext context = contextWith(admin)) {
			this.takeover.handBack();
			assertThat(context.getBean(RabbitAdmin.class).isAutoStartup()).isFalse();
			then(this.connectionFactory).should(never()).addConnectionListener(any());
		}
	}

	private AnnotationConfigApplicationContext contextWith(RabbitAdmin admin) {
		AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
		context.registerBean(RabbitAdminTakeover.class, () -> this.takeover);
		context.registerBean(RabbitAdmin.class, () -> admin);
		context.refresh();
		return context;
	}

}
