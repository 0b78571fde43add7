package dev.groundwork.test.example;

import dev.groundwork.readiness.ReadinessGate;

import org.springframework.amqp.core.Binding;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/**
 * A service that needs a broker.
 */
@SpringBootApplication
public class OrdersApplication {

	public static void main(String[] args) {
		SpringApplication.run(OrdersApplication.class, args);
	}

	@Bean
	TopicExchange events() {
		return new TopicExchange("kit.events");
	}

	@Bean
	Queue orders() {
		return new Queue("kit.orders");
	}

	@Bean
	Binding ordersOfEvents(Queue orders, TopicExchange events) {
		return BindingBuilder.bind(orders).to(events).with("order.#");
	}

	@Bean
	ReadinessGate pricesGate() {
		return new ReadinessGate("prices");
	}

	@Bean
	Prices prices(ReadinessGate pricesGate) {
		return new Prices(pricesGate);
	}

}
