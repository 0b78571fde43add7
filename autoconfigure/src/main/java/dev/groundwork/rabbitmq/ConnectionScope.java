package dev.groundwork.rabbitmq;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.amqp.core.Binding;
import org.springframework.amqp.core.Declarable;
import org.springframework.amqp.core.Exchange;
import org.springframework.amqp.core.Queue;

/**
 * What lives and dies with a connection: exclusive and auto-delete queues, auto-delete
 * exchanges, and what is bound to them.
 *
 * @param names the names of the queues and exchanges
 */
record ConnectionScope(Set<String> names) {

	static ConnectionScope of(Collection<Declarable> declarables) {
		return new ConnectionScope(declarables.stream()
			.filter(ConnectionScope::isTemporary)
			.map(ConnectionScope::nameOf)
			.collect(Collectors.toUnmodifiableSet()));
	}

	boolean contains(Declarable declarable) {
		return isTemporary(declarable) || declarable instanceof Binding binding
				&& (this.names.contains(binding.getDestination()) || this.names.contains(binding.getExchange()));
	}

	private static boolean isTemporary(Declarable declarable) {
		if (declarable instanceof Queue queue) {
			return queue.isExclusive() || queue.isAutoDelete() || queue.getName().isEmpty();
		}
		return declarable instanceof Exchange exchange && exchange.isAutoDelete();
	}

	private static String nameOf(Declarable declarable) {
		return (declarable instanceof Queue queue) ? queue.getActualName() : ((Exchange) declarable).getName();
	}

}
