package dev.groundwork.sample.notifications;

import org.springframework.amqp.rabbit.annotation.RabbitListener;
import org.springframework.stereotype.Component;

/**
 * Takes what happens to documents. An event that fails, also one that cannot be read, is
 * tried again after each delay of the queue's retry ladder, and then parked.
 */
@Component
class DocumentEventListener {

	private final Notifications notifications;

	DocumentEventListener(Notifications notifications) {
		this.notifications = notifications;
	}

	@RabbitListener(queues = "notifications.documents")
	void on(DocumentEvent event) {
		this.notifications.add(Notification.of(event));
	}

}
