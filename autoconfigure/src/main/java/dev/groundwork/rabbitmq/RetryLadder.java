package dev.groundwork.rabbitmq;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Queues in which the failed messages of another queue wait, each for another time, and
 * the queue in which they end.
 *
 * @param queue the name of the queue whose messages fail
 * @param delays how long a message waits, one for each time it is tried again
 * @param parkingLot whether messages that are given up end in a queue of their own
 * @param rejectsToParkingLot whether the broker moves what is rejected there by itself
 * @since 0.1.0
 */
public record RetryLadder(String queue, List<Duration> delays, boolean parkingLot, boolean rejectsToParkingLot) {

	public RetryLadder {
		delays = List.copyOf(delays);
	}

	/**
	 * Return the name of the queue in which messages end.
	 * @return the name, whether or not there is such a queue
	 */
	public String parkingLotQueue() {
		return this.queue + ".parking-lot";
	}

	private String waitQueue(Duration delay) {
		return this.queue + ".retry." + DurationText.of(delay);
	}

	/**
	 * Return where a message goes that has failed.
	 * @param retries how often it has been tried again
	 * @return the name of the queue, or {@code null} if there is none left
	 */
	@Nullable String next(int retries) {
		if (retries < this.delays.size()) {
			return waitQueue(this.delays.get(retries));
		}
		return this.parkingLot ? parkingLotQueue() : null;
	}

	/**
	 * Return the queues that the ladder consists of, without the one whose messages fail.
	 * @param type the type of that queue or {@code null} for the default of the broker
	 * @param durable whether that queue survives a restart of the broker
	 * @return the queues
	 */
	public List<QueueResource> queues(@Nullable String type, boolean durable) {
		Map<String, Object> shared = (type != null) ? Map.of("x-queue-type", type) : Map.of();
		List<QueueResource> queues = new ArrayList<>();
		for (Duration delay : new LinkedHashSet<>(this.delays)) {
			Map<String, Object> arguments = new LinkedHashMap<>(shared);
			arguments.put("x-message-ttl", delay.toMillis());
			arguments.put("x-dead-letter-exchange", "");
			arguments.put("x-dead-letter-routing-key", this.queue);
			if (KnownArguments.QUORUM.equals(type)) {
				// By default a quorum queue, too, forgets a message before it has arrived
				arguments.put("x-dead-letter-strategy", "at-least-once");
				arguments.put("x-overflow", "reject-publish");
			}
			queues.add(new QueueResource(waitQueue(delay), durable, arguments));
		}
		if (this.parkingLot) {
			queues.add(new QueueResource(parkingLotQueue(), durable, shared));
		}
		return queues;
	}

}
