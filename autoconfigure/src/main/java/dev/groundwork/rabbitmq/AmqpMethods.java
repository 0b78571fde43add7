package dev.groundwork.rabbitmq;

import java.io.IOException;

import com.rabbitmq.client.Channel;
import dev.groundwork.resource.Resource;

/**
 * The AMQP methods that declare resources.
 */
final class AmqpMethods {

	private AmqpMethods() {
	}

	static void declarePassively(Channel channel, Resource resource) throws IOException {
		if (resource instanceof ExchangeResource exchange) {
			channel.exchangeDeclarePassive(exchange.name());
		}
		else if (resource instanceof QueueResource queue) {
			channel.queueDeclarePassive(queue.name());
		}
		else {
			throw new IllegalArgumentException("AMQP cannot read " + resource.id());
		}
	}

	static void declare(Channel channel, Resource resource) throws IOException {
		if (resource instanceof ExchangeResource exchange) {
			channel.exchangeDeclare(exchange.name(), exchange.type(), exchange.durable(), exchange.autoDelete(),
					exchange.internal(), exchange.arguments());
		}
		else if (resource instanceof QueueResource queue) {
			channel.queueDeclare(queue.name(), queue.durable(), false, false, queue.arguments());
		}
		else if (resource instanceof BindingResource binding && binding.toQueue()) {
			channel.queueBind(binding.destination(), binding.exchange(), binding.routingKey(), binding.arguments());
		}
		else if (resource instanceof BindingResource binding) {
			channel.exchangeBind(binding.destination(), binding.exchange(), binding.routingKey(), binding.arguments());
		}
		else {
			throw new IllegalArgumentException("Not a resource of RabbitMQ: " + resource.id());
		}
	}

}
