package dev.groundwork.drills.application.indexer;

import org.springframework.amqp.rabbit.annotation.RabbitListener;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Service that needs the index of its repository and a queue that it does not declare.
 *
 * @since 0.1.0
 */
@SpringBootApplication(proxyBeanMethods = false)
public class IndexerApplication {

	/**
	 * Run the service.
	 * @param arguments its properties
	 */
	public static void main(String[] arguments) {
		SpringApplication.run(IndexerApplication.class, arguments);
	}

	/**
	 * Puts documents into the index.
	 */
	@Component
	@RestController
	static class Indexer {

		private final DocumentRepository documents;

		Indexer(DocumentRepository documents) {
			this.documents = documents;
		}

		@RabbitListener(queues = "${indexer.queue}")
		void index(String text) {
			this.documents.save(new IndexedDocument(text, text));
		}

		@GetMapping("/documents")
		long count() {
			return this.documents.count();
		}

	}

}
