package dev.groundwork.drills.application.documents;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.springframework.amqp.AmqpException;
import org.springframework.amqp.rabbit.connection.CorrelationData;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * {@link EventPublisher} that keeps each event until the broker has confirmed it. In
 * memory, as the documents are; where they are in a database, it is a table beside them.
 */
@Component
@ConditionalOnProperty(name = "documents.publish", havingValue = "by-outbox")
class Outbox implements EventPublisher, SmartLifecycle {

	private static final long PAUSE_MILLIS = 200;

	private static final long CONFIRM_LIMIT_SECONDS = 5;

	private final Queue<String> pending = new ConcurrentLinkedQueue<>();

	private final ScheduledExecutorService relay = Executors.newSingleThreadScheduledExecutor();

	private final RabbitTemplate template;

	private volatile boolean running;

	Outbox(RabbitTemplate template) {
		this.template = template;
	}

	@Override
	public void publish(String document) {
		this.pending.add(document);
	}

	private void relay() {
		String document = this.pending.peek();
		while (document != null && isConfirmed(document)) {
			this.pending.remove();
			document = this.pending.peek();
		}
	}

	private boolean isConfirmed(String document) {
		try {
			CorrelationData correlation = new CorrelationData(document);
			this.template.convertAndSend(DocumentsApplication.EXCHANGE, "document.stored", document, correlation);
			return correlation.getFuture().get(CONFIRM_LIMIT_SECONDS, TimeUnit.SECONDS).ack()
					&& correlation.getReturned() == null;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
		catch (AmqpException | ExecutionException | TimeoutException ex) {
			return false;
		}
	}

	@Override
	public void start() {
		this.relay.scheduleWithFixedDelay(this::relay, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
		this.running = true;
	}

	@Override
	public void stop() {
		this.relay.shutdownNow();
		this.running = false;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

}
