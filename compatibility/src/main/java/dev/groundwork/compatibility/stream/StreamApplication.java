package dev.groundwork.compatibility.stream;

import java.util.Locale;
import java.util.function.Function;

import dev.groundwork.compatibility.orders.OrdersConfiguration;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * Application that uses Spring Cloud Stream.
 *
 * @since 0.1.0
 */
@SpringBootApplication
@Import(OrdersConfiguration.class)
public class StreamApplication {

	@Bean
	Function<String, String> shout() {
		return (text) -> text.toUpperCase(Locale.ROOT);
	}

	public static void main(String[] arguments) {
		SpringApplication.run(StreamApplication.class, arguments);
	}

}
