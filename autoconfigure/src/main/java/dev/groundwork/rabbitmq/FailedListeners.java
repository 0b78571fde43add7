package dev.groundwork.rabbitmq;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import org.jspecify.annotations.Nullable;

import org.springframework.amqp.rabbit.listener.AbstractMessageListenerContainer;
import org.springframework.amqp.rabbit.listener.ListenerContainerConsumerFailedEvent;
import org.springframework.context.ApplicationListener;

/**
 * Remembers which listener containers have stopped because of a failure of their own.
 *
 * @since 0.1.0
 */
public final class FailedListeners implements ApplicationListener<ListenerContainerConsumerFailedEvent> {

	private final Map<Object, String> reasons = new ConcurrentHashMap<>();

	private final List<Runnable> observers = new CopyOnWriteArrayList<>();

	@Override
	public void onApplicationEvent(ListenerContainerConsumerFailedEvent event) {
		if (event.isFatal()) {
			Throwable failure = event.getThrowable();
			String reason = String.valueOf(event.getReason());
			this.reasons.put(event.getSource(), (failure != null) ? reason + ": " + failure : reason);
			this.observers.forEach(Runnable::run);
		}
	}

	void observe(Runnable observer) {
		this.observers.add(observer);
	}

	/**
	 * Return why a container has stopped.
	 * @param container the container
	 * @return the reason, or {@code null} if it runs or was stopped on purpose
	 */
	@Nullable String reason(AbstractMessageListenerContainer container) {
		if (container.isRunning()) {
			this.reasons.remove(container);
		}
		return this.reasons.get(container);
	}

}
