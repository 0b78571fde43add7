package dev.groundwork.rabbitmq;

import java.io.IOException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Return;
import org.jspecify.annotations.Nullable;

import org.springframework.amqp.rabbit.connection.AbstractConnectionFactory;
import org.springframework.amqp.rabbit.connection.Connection;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.connection.RabbitUtils;

/**
 * Publishes to a queue and waits until the broker has confirmed that it has the message.
 * Uses the connection on which the application publishes, and a channel of its own for
 * each message: whether the application's channels are confirmed is its own affair.
 */
final class ConfirmedPublisher {

	private static final long CONFIRM_TIMEOUT_MILLIS = 10_000;

	private final AbstractConnectionFactory connectionFactory;

	ConfirmedPublisher(AbstractConnectionFactory connectionFactory) {
		this.connectionFactory = connectionFactory;
	}

	void publish(String queue, AMQP.BasicProperties properties, byte[] body)
			throws IOException, TimeoutException, InterruptedException {
		Connection connection = publisherConnectionFactory().createConnection();
		try {
			Channel channel = connection.getDelegate().openChannel().orElseThrow(ConfirmedPublisher::noChannel);
			try {
				publish(channel, queue, properties, body);
			}
			finally {
				// What fails after the confirmation does not undo it
				RabbitUtils.closeChannel(channel);
			}
		}
		finally {
			RabbitUtils.closeConnection(connection);
		}
	}

	private static void publish(Channel channel, String queue, AMQP.BasicProperties properties, byte[] body)
			throws IOException, TimeoutException, InterruptedException {
		AtomicReference<@Nullable Return> returned = new AtomicReference<>();
		channel.addReturnListener(returned::set);
		channel.confirmSelect();
		channel.basicPublish("", queue, true, properties, body);
		if (!channel.waitForConfirms(CONFIRM_TIMEOUT_MILLIS)) {
			throw new IOException("The broker refused a message for queue '%s'".formatted(queue));
		}
		if (returned.get() != null) {
			throw new IOException("There is no queue '%s'".formatted(queue));
		}
	}

	private static IOException noChannel() {
		return new IOException("The connection has as many channels as the broker allows");
	}

	private ConnectionFactory publisherConnectionFactory() {
		ConnectionFactory publisher = this.connectionFactory.getPublisherConnectionFactory();
		return (publisher != null) ? publisher : this.connectionFactory;
	}

}
