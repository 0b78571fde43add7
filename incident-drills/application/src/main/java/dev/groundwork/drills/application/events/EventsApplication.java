package dev.groundwork.drills.application.events;

import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.amqp.core.Binding;
import org.springframework.amqp.core.Binding.DestinationType;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.rabbit.annotation.RabbitListener;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Event handler that binds its queue to an exchange which nobody declares.
 *
 * @since 0.1.0
 */
@SpringBootApplication(proxyBeanMethods = false)
@RestController
public class EventsApplication {

	private static final String QUEUE = "search.documents";

	private final AtomicInteger received = new AtomicInteger();

	/**
	 * Run the service.
	 * @param arguments its properties
	 */
	public static void main(String[] arguments) {
		SpringApplication.run(EventsApplication.class, arguments);
	}

	@Bean
	Queue documents() {
		return new Queue(QUEUE);
	}

	@Bean
	Binding documentsOfEvents() {
		return new Binding(QUEUE, DestinationType.QUEUE, "cloudmatrix.events", "document.#", null);
	}

	@RabbitListener(queues = QUEUE)
	void handle(String event) {
		this.received.incrementAndGet();
	}

	@GetMapping("/received")
	int received() {
		return this.received.get();
	}

}
