package dev.groundwork.sample.documents;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import dev.groundwork.readiness.GroundworkReadyEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.amqp.AmqpException;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Publishes what is in the outbox, from when the groundwork is laid. An event leaves the
 * outbox in the transaction that saw it confirmed: whatever ends before, it is published
 * again.
 */
@Component
class OutboxRelay {

	static final int BATCH = 100;

	static final Duration PAUSE = Duration.ofMillis(200);

	static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(2);

	private static final Logger logger = LoggerFactory.getLogger(OutboxRelay.class);

	private final Outbox outbox;

	private final EventPublisher publisher;

	private final TransactionOperations transactions;

	private final TaskScheduler scheduler;

	private boolean failing;

	OutboxRelay(Outbox outbox, EventPublisher publisher, TransactionOperations transactions, TaskScheduler scheduler) {
		this.outbox = outbox;
		this.publisher = publisher;
		this.transactions = transactions;
		this.scheduler = scheduler;
	}

	@EventListener(GroundworkReadyEvent.class)
	void begin() {
		this.scheduler.schedule(this::relay, (context) -> Instant.now().plus(pause()));
	}

	Duration pause() {
		return this.failing ? PAUSE_AFTER_FAILURE : PAUSE;
	}

	void relay() {
		try {
			Batch batch;
			do {
				batch = this.transactions.execute((status) -> relayBatch());
			}
			while (batch.found() > 0 && batch.published() == batch.found());
			note((batch.published() < batch.found())
					? "%d of %d events were not confirmed".formatted(batch.found() - batch.published(), batch.found())
					: null);
		}
		catch (AmqpException | DataAccessException | TransactionException ex) {
			note(ex.toString());
		}
	}

	private Batch relayBatch() {
		List<PendingEvent> events = this.outbox.lockNext(BATCH);
		Set<UUID> confirmed = events.isEmpty() ? Set.of() : this.publisher.publish(events);
		this.outbox.remove(confirmed);
		return new Batch(events.size(), confirmed.size());
	}

	private void note(@Nullable String failure) {
		if (failure != null && !this.failing) {
			logger.warn("Events wait in the outbox until they can be published: {}", failure);
		}
		if (failure == null && this.failing) {
			logger.info("Events of the outbox are published again");
		}
		this.failing = failure != null;
	}

	/**
	 * How many events were found, and how many of them published.
	 */
	private record Batch(int found, int published) {

	}

}
