package dev.groundwork.rabbitmq;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.ShutdownSignalException;

import org.springframework.amqp.AmqpException;
import org.springframework.amqp.AmqpRejectAndDontRequeueException;
import org.springframework.amqp.ImmediateRequeueAmqpException;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.rabbit.connection.AbstractConnectionFactory;
import org.springframework.amqp.rabbit.retry.MessageRecoverer;
import org.springframework.amqp.rabbit.retry.RejectAndDontRequeueRecoverer;
import org.springframework.amqp.rabbit.support.ListenerExecutionFailedException;

/**
 * {@link MessageRecoverer} that moves a failed message to the next queue of the
 * {@link RetryLadder} of its queue, and after the last to the parking lot with the cause
 * in its headers. The message is acknowledged only after the broker has confirmed that it
 * has it there; else it is rejected into the parking lot, or put back after a second in
 * which the consumer rests, or less if its thread is interrupted. Messages of queues
 * without a ladder are rejected and not put back.
 *
 * @since 0.1.0
 */
public final class RetryLadderRecoverer implements MessageRecoverer {

	/**
	 * A message that is put back comes again at once: without a rest the loop would take
	 * all of the broker, of a processor and of the log.
	 */
	private static final Duration REST = Duration.ofSeconds(1);

	private final Map<String, Route> routes = new LinkedHashMap<>();

	private final MessageRecoverer rejecting = new RejectAndDontRequeueRecoverer();

	/**
	 * Create a new {@link RetryLadderRecoverer} instance.
	 * @param ladders the ladders, at most one for a name of a queue, by the connection
	 * factory on which their queues are consumed
	 */
	public RetryLadderRecoverer(Map<AbstractConnectionFactory, ? extends Collection<RetryLadder>> ladders) {
		this(ladders, REST);
	}

	RetryLadderRecoverer(Map<AbstractConnectionFactory, ? extends Collection<RetryLadder>> ladders, Duration rest) {
		ladders.forEach((connectionFactory, ofFactory) -> {
			ConfirmedPublisher publisher = new ConfirmedPublisher(connectionFactory);
			ofFactory.forEach((ladder) -> this.routes.put(ladder.queue(), new Route(ladder, publisher, rest)));
		});
	}

	@Override
	public void recover(Message message, Throwable cause) {
		Route route = this.routes.get(String.valueOf(message.getMessageProperties().getConsumerQueue()));
		RetriedMessage failed = RetriedMessage.of(message);
		String next = (route != null) ? route.ladder().next(failed.retries()) : null;
		if (route == null || next == null) {
			this.rejecting.recover(message, cause);
			return;
		}
		boolean last = failed.retries() >= route.ladder().delays().size();
		route.move(message, next, last ? failed.toPark(cause) : failed.toWait());
	}

	/**
	 * A ladder, how to publish to it, and how long to rest before a message is put back.
	 */
	private record Route(RetryLadder ladder, ConfirmedPublisher publisher, Duration rest) {

		void move(Message message, String queue, AMQP.BasicProperties properties) {
			try {
				this.publisher.publish(queue, properties, message.getBody());
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw notMoved(message, new ImmediateRequeueAmqpException(notMoved(queue), ex));
			}
			catch (IOException | TimeoutException | ShutdownSignalException | AmqpException ex) {
				// Not caused by the listener's own failure, for which Spring AMQP might
				// discard the message
				if (this.ladder.rejectsToParkingLot()) {
					throw notMoved(message, new AmqpRejectAndDontRequeueException(notMoved(queue), ex));
				}
				takeRest();
				throw notMoved(message, new ImmediateRequeueAmqpException(notMoved(queue), ex));
			}
		}

		private void takeRest() {
			try {
				new CountDownLatch(1).await(this.rest.toMillis(), TimeUnit.MILLISECONDS);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}

		// As if the listener had thrown it: after any other exception a container starts
		// its consumer again, and what the consumer was sent meanwhile waits for that
		private static AmqpException notMoved(Message message, AmqpException cause) {
			return new ListenerExecutionFailedException(String.valueOf(cause.getMessage()), cause, message);
		}

		private String notMoved(String queue) {
			return "A failed message of queue '%s' could not be moved to queue '%s'".formatted(this.ladder.queue(),
					queue);
		}

	}

}
