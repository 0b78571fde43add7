package dev.groundwork.sample.documents;

import org.springframework.amqp.core.TopicExchange;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Where events go. Nothing here talks to the broker: Groundwork declares the exchange
 * before the service is ready.
 */
@Configuration(proxyBeanMethods = false)
class MessagingConfiguration {

	@Bean
	TopicExchange cloudmatrixEvents() {
		return new TopicExchange("cloudmatrix.events");
	}

}
