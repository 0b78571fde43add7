package dev.groundwork.drills.application.documents;

import org.springframework.amqp.core.AmqpTemplate;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * {@link EventPublisher} that publishes while the request waits.
 */
@Component
@ConditionalOnProperty(name = "documents.publish", havingValue = "directly", matchIfMissing = true)
class DirectPublisher implements EventPublisher {

	private final AmqpTemplate template;

	DirectPublisher(AmqpTemplate template) {
		this.template = template;
	}

	@Override
	public void publish(String document) {
		this.template.convertAndSend(DocumentsApplication.EXCHANGE, "document.stored", document);
	}

}
