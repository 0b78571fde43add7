package dev.groundwork.autoconfigure;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.amqp.rabbit.annotation.Exchange;
import org.springframework.amqp.rabbit.annotation.Queue;
import org.springframework.amqp.rabbit.annotation.QueueBinding;
import org.springframework.amqp.rabbit.annotation.RabbitListener;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ListenerMethods}.
 */
class ListenerMethodsTests {

	private final DefaultListableBeanFactory beanFactory = new DefaultListableBeanFactory();

	private final ListenerMethods methods = new ListenerMethods(this.beanFactory);

	@BeforeEach
	void defineListeners() {
		this.beanFactory.registerBeanDefinition("listeners", new RootBeanDefinition(Listeners.class));
		this.beanFactory.addEmbeddedValueResolver((value) -> value.replace("${queue}", "invoices"));
	}

	@Test
	void exchangeComesFromTheMethodsThatNameIt() {
		assertThat(this.methods.declaring("events1")).isEqualTo(
				"@RabbitListener ListenerMethodsTests.Listeners.onInvoice and ListenerMethodsTests.Listeners.onOrder");
	}

	@Test
	void queueComesFromTheMethodThatNamesItByAPlaceholder() {
		assertThat(this.methods.declaring("invoices2"))
			.isEqualTo("@RabbitListener ListenerMethodsTests.Listeners.onInvoice");
	}

	@Test
	void bindingComesFromTheMethodsThatNameItsExchange() {
		assertThat(this.methods.declaring("events.orders3")).contains("onOrder");
	}

	@Test
	void nameThatNoMethodDeclaresIsLeftToTheAnnotation() {
		assertThat(this.methods.declaring("payments1")).isEqualTo("@RabbitListener(bindings = …)");
	}

	static class Listeners {

		@RabbitListener(bindings = @QueueBinding(value = @Queue("orders"), exchange = @Exchange(name = "events"),
				key = "order"))
		void onOrder(String order) {
		}

		@RabbitListener(
				bindings = @QueueBinding(value = @Queue("${queue}"), exchange = @Exchange("events"), key = "invoice"))
		void onInvoice(String invoice) {
		}

	}

}
