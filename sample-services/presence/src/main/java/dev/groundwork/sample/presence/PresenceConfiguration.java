package dev.groundwork.sample.presence;

import java.net.InetSocketAddress;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.amqp.support.converter.JacksonJsonMessageConverter;
import org.springframework.amqp.support.converter.MessageConverter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The WebSocket server, and the form in which events come.
 */
@Configuration(proxyBeanMethods = false)
class PresenceConfiguration {

	@Bean(initMethod = "start", destroyMethod = "close")
	PresenceServer presenceServer(PresenceProperties properties, JsonMapper mapper) {
		return new PresenceServer(new InetSocketAddress(properties.websocketPort()), mapper);
	}

	@Bean
	MessageConverter messageConverter(JsonMapper mapper) {
		return new JacksonJsonMessageConverter(mapper);
	}

}
