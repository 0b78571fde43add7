package dev.groundwork.sample.presence;

import org.springframework.amqp.rabbit.annotation.Exchange;
import org.springframework.amqp.rabbit.annotation.Queue;
import org.springframework.amqp.rabbit.annotation.QueueBinding;
import org.springframework.amqp.rabbit.annotation.RabbitListener;
import org.springframework.stereotype.Component;

/**
 * Passes on notifications. As each replica has clients of its own, each has a queue of
 * its own.
 */
@Component
class NotificationListener {

	private final PresenceServer server;

	NotificationListener(PresenceServer server) {
		this.server = server;
	}

	@RabbitListener(bindings = @QueueBinding(value = @Queue,
			exchange = @Exchange(name = "cloudmatrix.notifications", type = "fanout")))
	void on(Notification notification) {
		this.server.tell(NotificationUpdate.of(notification));
	}

}
