package dev.groundwork.rabbitmq;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.diagnosis.FailureKind;

import org.springframework.amqp.rabbit.listener.AbstractMessageListenerContainer;
import org.springframework.amqp.rabbit.listener.SimpleMessageListenerContainer;

/**
 * Whether the listener containers that should consume do. What they do not is degraded:
 * the broker is there, the application can still publish and answer.
 */
final class ListenerHealth {

	/**
	 * A container whose connection was lost tries again after its recovery interval,
	 * which is five seconds where nothing is set.
	 */
	private static final Duration LONGEST_RECOVERY = Duration.ofSeconds(15);

	private final Supplier<? extends Collection<AbstractMessageListenerContainer>> containers;

	private final FailedListeners failed;

	private final Clock clock;

	private final Map<AbstractMessageListenerContainer, Instant> withoutConsumer = new ConcurrentHashMap<>();

	ListenerHealth(Supplier<? extends Collection<AbstractMessageListenerContainer>> containers, FailedListeners failed,
			Clock clock) {
		this.containers = containers;
		this.failed = failed;
		this.clock = clock;
	}

	List<Diagnosis> check() {
		List<Diagnosis> found = new ArrayList<>();
		for (AbstractMessageListenerContainer container : this.containers.get()) {
			String reason = this.failed.reason(container);
			if (reason != null) {
				found.add(diagnosis(container, "has stopped because of a failure of its own", reason,
						"Remove the cause and restart the application, or start the container again."));
			}
			else if (lacksConsumer(container)) {
				found.add(diagnosis(container, "has no consumer",
						"0 active consumers for %d s".formatted(LONGEST_RECOVERY.toSeconds()),
						"See the log of the application: it tries again by itself."));
			}
		}
		return found;
	}

	private boolean lacksConsumer(AbstractMessageListenerContainer container) {
		// The other kind of container does not tell
		if (container instanceof SimpleMessageListenerContainer simple && simple.isRunning()
				&& simple.getActiveConsumerCount() == 0) {
			Instant now = this.clock.instant();
			Instant since = this.withoutConsumer.computeIfAbsent(container, (key) -> now);
			return !since.plus(LONGEST_RECOVERY).isAfter(now);
		}
		this.withoutConsumer.remove(container);
		return false;
	}

	private static Diagnosis diagnosis(AbstractMessageListenerContainer container, String cause, String evidence,
			String remedy) {
		String subject = "listener of %s".formatted(String.join(", ", container.getQueueNames()));
		return new Diagnosis(FailureKind.BLOCKED, subject, cause, evidence, remedy);
	}

}
