package dev.groundwork.rabbitmq;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
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

	private final Supplier<? extends Collection<AbstractMessageListenerContainer>> containers;

	private final FailedListeners failed;

	ListenerHealth(Supplier<? extends Collection<AbstractMessageListenerContainer>> containers,
			FailedListeners failed) {
		this.containers = containers;
		this.failed = failed;
	}

	List<Diagnosis> check() {
		List<Diagnosis> found = new ArrayList<>();
		for (AbstractMessageListenerContainer container : this.containers.get()) {
			String reason = this.failed.reason(container);
			if (reason != null) {
				found.add(diagnosis(container, "has stopped because of a failure of its own", reason,
						"Remove the cause and restart the application, or start the container again."));
			}
			// The other kind of container does not tell
			else if (container.isRunning() && container instanceof SimpleMessageListenerContainer simple
					&& simple.getActiveConsumerCount() == 0) {
				found.add(diagnosis(container, "has no consumer", "0 active consumers",
						"See the log of the application: it tries again by itself."));
			}
		}
		return found;
	}

	private static Diagnosis diagnosis(AbstractMessageListenerContainer container, String cause, String evidence,
			String remedy) {
		String subject = "listener of %s".formatted(String.join(", ", container.getQueueNames()));
		return new Diagnosis(FailureKind.BLOCKED, subject, cause, evidence, remedy);
	}

}
