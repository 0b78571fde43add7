package dev.groundwork.compatibility.orders;

import org.springframework.amqp.core.AmqpTemplate;
import org.springframework.amqp.core.Binding;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What takes orders. Every name begins with that of the application, so that applications
 * can share a broker and a search node.
 *
 * @since 0.1.0
 */
@Configuration(proxyBeanMethods = false)
@AutoConfigurationPackage(basePackageClasses = OrdersConfiguration.class)
public class OrdersConfiguration {

	@Bean
	TopicExchange ordersExchange(@Value("${spring.application.name}") String application) {
		return new TopicExchange(application + ".events");
	}

	@Bean
	Queue ordersQueue(@Value("${spring.application.name}") String application) {
		return new Queue(application + ".orders");
	}

	@Bean
	Binding ordersBinding(TopicExchange ordersExchange, Queue ordersQueue) {
		return BindingBuilder.bind(ordersQueue).to(ordersExchange).with("order.*");
	}

	@Bean
	OrderListener orderListener(AmqpTemplate template, @Value("${spring.application.name}") String application) {
		return new OrderListener(template, application + ".invoices");
	}

}
