package dev.groundwork.drills.application.documents;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.amqp.core.Binding;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.amqp.rabbit.annotation.RabbitListener;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Service that stores documents, tells of each, and listens to what it tells.
 *
 * @since 0.1.0
 */
@SpringBootApplication(proxyBeanMethods = false)
public class DocumentsApplication {

	static final String EXCHANGE = "cloudmatrix.events";

	private static final String QUEUE = "search.documents";

	/**
	 * Run the service.
	 * @param arguments its properties
	 */
	public static void main(String[] arguments) {
		SpringApplication.run(DocumentsApplication.class, arguments);
	}

	@Bean
	TopicExchange events() {
		return new TopicExchange(EXCHANGE);
	}

	@Bean
	Queue searchDocuments() {
		return new Queue(QUEUE);
	}

	@Bean
	Binding searchDocumentsOfEvents(Queue searchDocuments, TopicExchange events) {
		return BindingBuilder.bind(searchDocuments).to(events).with("document.#");
	}

	/**
	 * What the service offers. Documents are kept in memory, as is what was heard of
	 * them.
	 */
	@RestController
	static class Api {

		private final Set<String> stored = ConcurrentHashMap.newKeySet();

		private final Set<String> received = ConcurrentHashMap.newKeySet();

		private final EventPublisher publisher;

		Api(EventPublisher publisher) {
			this.publisher = publisher;
		}

		@PostMapping("/documents")
		@ResponseStatus(HttpStatus.CREATED)
		void store(@RequestBody String document) {
			this.stored.add(document);
			this.publisher.publish(document);
		}

		@RabbitListener(queues = QUEUE)
		void receive(String document) {
			this.received.add(document);
		}

		@GetMapping("/stored")
		Set<String> stored() {
			return this.stored;
		}

		@GetMapping("/received")
		Set<String> received() {
			return this.received;
		}

	}

}
