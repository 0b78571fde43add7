package dev.groundwork.sample.notifications;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.amqp.support.converter.JacksonJsonMessageConverter;
import org.springframework.amqp.support.converter.MessageConverter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The form in which events come.
 */
@Configuration(proxyBeanMethods = false)
class MessagingConfiguration {

	@Bean
	MessageConverter messageConverter(JsonMapper mapper) {
		return new JacksonJsonMessageConverter(mapper);
	}

}
