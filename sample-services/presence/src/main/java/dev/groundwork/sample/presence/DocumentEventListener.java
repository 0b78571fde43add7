package dev.groundwork.sample.presence;

import org.springframework.amqp.rabbit.annotation.Exchange;
import org.springframework.amqp.rabbit.annotation.Queue;
import org.springframework.amqp.rabbit.annotation.QueueBinding;
import org.springframework.amqp.rabbit.annotation.RabbitListener;
import org.springframework.stereotype.Component;

/**
 * Passes on what happens to documents. The queue has no name: each replica has one of its
 * own, so that each sees every event.
 */
@Component
class DocumentEventListener {

	private final PresenceServer server;

	DocumentEventListener(PresenceServer server) {
		this.server = server;
	}

	@RabbitListener(bindings = @QueueBinding(value = @Queue,
			exchange = @Exchange(name = "cloudmatrix.events", type = "topic"), key = "document.#"))
	void on(DocumentEvent event) {
		this.server.tell(PresenceUpdate.of(event));
	}

}
