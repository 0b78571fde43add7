package dev.groundwork.benchmarks;

import java.util.ArrayList;
import java.util.List;

import org.springframework.amqp.core.Binding;
import org.springframework.amqp.core.Binding.DestinationType;
import org.springframework.amqp.core.Declarable;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.TopicExchange;

/**
 * As many exchanges as queues as bindings.
 *
 * @param size how many of each
 */
record Topology(int size) {

	List<Declarable> declarables() {
		List<Declarable> declarables = new ArrayList<>();
		for (int i = 0; i < this.size; i++) {
			declarables.add(new TopicExchange(exchange(i)));
			declarables.add(new Queue(queue(i)));
			declarables.add(new Binding(queue(i), DestinationType.QUEUE, exchange(i), "key." + i, null));
		}
		return declarables;
	}

	static String exchange(int index) {
		return "exchange." + index;
	}

	static String queue(int index) {
		return "queue." + index;
	}

}
