package dev.groundwork.rabbitmq;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

import org.springframework.amqp.rabbit.listener.AbstractMessageListenerContainer;

/**
 * The queues to which the application listens and that it has no bean for.
 *
 * @since 0.1.0
 */
public final class ListenerQueues {

	private final Supplier<? extends Collection<AbstractMessageListenerContainer>> containers;

	private final Supplier<Set<String>> beans;

	/**
	 * Create a new {@link ListenerQueues} instance.
	 * @param containers finds the containers, once they have been created; none is
	 * started or changed
	 * @param declarables the application's declarables
	 */
	public ListenerQueues(Supplier<? extends Collection<AbstractMessageListenerContainer>> containers,
			DeclarableBeans declarables) {
		this(containers, declarables::queueNames);
	}

	private ListenerQueues(Supplier<? extends Collection<AbstractMessageListenerContainer>> containers,
			Supplier<Set<String>> beans) {
		this.containers = containers;
		this.beans = beans;
	}

	static ListenerQueues none() {
		return new ListenerQueues(List::of, Set::of);
	}

	/**
	 * Find the queues of the listeners that start with the application.
	 * @return who listens, by the name of the queue
	 */
	Map<String, String> find() {
		Set<String> known = this.beans.get();
		Map<String, String> listeners = new TreeMap<>();
		for (AbstractMessageListenerContainer container : this.containers.get()) {
			if (container.isAutoStartup()) {
				for (String queue : container.getQueueNames()) {
					if (!queue.isEmpty() && !known.contains(queue)) {
						listeners.putIfAbsent(queue, "listener '%s'".formatted(container.getListenerId()));
					}
				}
			}
		}
		return listeners;
	}

}
