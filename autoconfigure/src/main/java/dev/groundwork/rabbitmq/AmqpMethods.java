package dev.groundwork.rabbitmq;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.impl.Method;
import dev.groundwork.resource.Resource;

/**
 * The AMQP methods that declare resources. None asks for an answer: the broker speaks
 * only if it refuses.
 */
final class AmqpMethods {

	private AmqpMethods() {
	}

	/**
	 * Ask whether a resource exists.
	 * @param resource an exchange or a queue
	 * @return the method, which the broker refuses if the resource does not exist
	 */
	static Method passive(Resource resource) {
		if (resource instanceof ExchangeResource exchange) {
			return (Method) new AMQP.Exchange.Declare.Builder().exchange(exchange.name())
				.type("")
				.passive()
				.nowait()
				.build();
		}
		if (resource instanceof QueueResource queue) {
			return (Method) new AMQP.Queue.Declare.Builder().queue(queue.name()).passive().nowait().build();
		}
		throw new IllegalArgumentException("AMQP cannot read " + resource.id());
	}

	/**
	 * Declare a resource. If it exists, the broker compares and changes nothing.
	 * @param resource an exchange, a queue or a binding
	 * @return the method, which the broker refuses if what exists is different
	 */
	static Method active(Resource resource) {
		if (resource instanceof ExchangeResource exchange) {
			return (Method) new AMQP.Exchange.Declare.Builder().exchange(exchange.name())
				.type(exchange.type())
				.durable(exchange.durable())
				.autoDelete(exchange.autoDelete())
				.internal(exchange.internal())
				.arguments(exchange.arguments())
				.nowait()
				.build();
		}
		if (resource instanceof QueueResource queue) {
			return (Method) new AMQP.Queue.Declare.Builder().queue(queue.name())
				.durable(queue.durable())
				.arguments(queue.arguments())
				.nowait()
				.build();
		}
		if (resource instanceof BindingResource binding) {
			return bind(binding);
		}
		throw new IllegalArgumentException("Not a resource of RabbitMQ: " + resource.id());
	}

	private static Method bind(BindingResource binding) {
		if (binding.toQueue()) {
			return (Method) new AMQP.Queue.Bind.Builder().queue(binding.destination())
				.exchange(binding.exchange())
				.routingKey(binding.routingKey())
				.arguments(binding.arguments())
				.nowait()
				.build();
		}
		return (Method) new AMQP.Exchange.Bind.Builder().destination(binding.destination())
			.source(binding.exchange())
			.routingKey(binding.routingKey())
			.arguments(binding.arguments())
			.nowait()
			.build();
	}

}
