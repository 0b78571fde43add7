package dev.groundwork.compatibility.servlet;

import dev.groundwork.compatibility.orders.OrdersConfiguration;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

/**
 * Application on a servlet container.
 *
 * @since 0.1.0
 */
@SpringBootApplication
@Import(OrdersConfiguration.class)
public class ServletApplication {

	public static void main(String[] arguments) {
		SpringApplication.run(ServletApplication.class, arguments);
	}

}
