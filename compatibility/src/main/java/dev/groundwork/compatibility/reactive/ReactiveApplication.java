package dev.groundwork.compatibility.reactive;

import java.util.Map;

import dev.groundwork.compatibility.orders.OrdersConfiguration;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.handler.SimpleUrlHandlerMapping;
import org.springframework.web.reactive.socket.WebSocketHandler;

/**
 * Application on a reactive web server.
 *
 * @since 0.1.0
 */
@SpringBootApplication
@Import(OrdersConfiguration.class)
public class ReactiveApplication {

	@Bean
	HandlerMapping echoMapping() {
		WebSocketHandler echo = (session) -> session.send(session.receive().doOnNext((message) -> message.retain()));
		return new SimpleUrlHandlerMapping(Map.of("/echo", echo), Ordered.HIGHEST_PRECEDENCE);
	}

	public static void main(String[] arguments) {
		SpringApplication.run(ReactiveApplication.class, arguments);
	}

}
