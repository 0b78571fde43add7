package dev.groundwork.sample.documents;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.amqp.core.TopicExchange;
import org.springframework.amqp.support.converter.JacksonJsonMessageConverter;
import org.springframework.amqp.support.converter.MessageConverter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Where events go, and in which form. Nothing here talks to the broker: Groundwork
 * declares the exchange before the service is ready.
 */
@Configuration(proxyBeanMethods = false)
class MessagingConfiguration {

	@Bean
	TopicExchange cloudmatrixEvents() {
		return new TopicExchange("cloudmatrix.events");
	}

	@Bean
	MessageConverter messageConverter(JsonMapper mapper) {
		return new JacksonJsonMessageConverter(mapper);
	}

}
