package dev.groundwork.compatibility.console;

import dev.groundwork.compatibility.orders.OrdersConfiguration;

import org.springframework.amqp.core.AmqpTemplate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * Application that orders something, waits for the invoice and ends.
 *
 * @since 0.1.0
 */
@SpringBootApplication
@Import(OrdersConfiguration.class)
public class ConsoleApplication {

	private static final int INVOICED = 3;

	private static final int WAIT_MILLIS = 20_000;

	@Bean
	Purchase purchase(AmqpTemplate template, @Value("${spring.application.name}") String application) {
		return new Purchase(template, application);
	}

	public static void main(String[] arguments) {
		System.exit(SpringApplication.exit(SpringApplication.run(ConsoleApplication.class, arguments)));
	}

	/**
	 * An order and its invoice.
	 */
	static final class Purchase implements CommandLineRunner, ExitCodeGenerator {

		private final AmqpTemplate template;

		private final String application;

		private int exitCode;

		Purchase(AmqpTemplate template, String application) {
			this.template = template;
			this.application = application;
		}

		@Override
		public void run(String... arguments) {
			this.template.convertAndSend(this.application + ".events", "order.placed", "a book");
			Object invoice = this.template.receiveAndConvert(this.application + ".invoices", WAIT_MILLIS);
			this.exitCode = "invoice for a book".equals(invoice) ? INVOICED : 1;
		}

		@Override
		public int getExitCode() {
			return this.exitCode;
		}

	}

}
