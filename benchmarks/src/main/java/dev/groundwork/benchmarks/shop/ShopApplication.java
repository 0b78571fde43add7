package dev.groundwork.benchmarks.shop;

import org.springframework.amqp.core.Binding;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.QueueBuilder;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.amqp.rabbit.annotation.RabbitListener;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/**
 * A small shop.
 *
 * @since 0.1.0
 */
@SpringBootApplication(proxyBeanMethods = false)
public class ShopApplication {

	/**
	 * Run the application.
	 * @param arguments its properties
	 */
	public static void main(String[] arguments) {
		SpringApplication.run(ShopApplication.class, arguments);
	}

	@Bean
	TopicExchange orderEvents() {
		return new TopicExchange("shop.events");
	}

	@Bean
	Queue orders() {
		return QueueBuilder.durable("shop.orders").build();
	}

	@Bean
	Binding ordersOfEvents(Queue orders, TopicExchange orderEvents) {
		return BindingBuilder.bind(orders).to(orderEvents).with("order.#");
	}

	@RabbitListener(queues = "shop.orders")
	void ordered(String order) {
		// The broker only has to have a consumer
	}

}
