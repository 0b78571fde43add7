package dev.groundwork.rabbitmq;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.groundwork.resource.Resource;
import org.jspecify.annotations.Nullable;

import org.springframework.amqp.core.Binding;
import org.springframework.amqp.core.Declarable;
import org.springframework.amqp.core.Exchange;
import org.springframework.amqp.core.Queue;

/**
 * Translates Spring AMQP's declarables.
 */
final class AmqpResources {

	private AmqpResources() {
	}

	static Resource of(Declarable declarable) {
		if (declarable instanceof Exchange exchange) {
			return exchange(exchange);
		}
		if (declarable instanceof Queue queue) {
			return new QueueResource(queue.getName(), queue.isDurable(), Arguments.normalize(queue.getArguments()));
		}
		if (declarable instanceof Binding binding) {
			return new BindingResource(orEmpty(binding.getExchange()), orEmpty(binding.getDestination()),
					binding.isDestinationQueue(), orEmpty(binding.getRoutingKey()),
					Arguments.normalize(binding.getArguments()));
		}
		throw new IllegalArgumentException("Neither exchange, queue nor binding: " + declarable);
	}

	private static ExchangeResource exchange(Exchange exchange) {
		Map<String, Object> arguments = new LinkedHashMap<>(Arguments.normalize(exchange.getArguments()));
		String type = exchange.getType();
		if (exchange.isDelayed()) {
			arguments.put("x-delayed-type", type);
			type = "x-delayed-message";
		}
		return new ExchangeResource(exchange.getName(), type, exchange.isDurable(), exchange.isAutoDelete(),
				exchange.isInternal(), arguments);
	}

	/**
	 * The broker itself declares the default exchange and binds every queue to it.
	 * @param declarable the declarable
	 * @return whether it is always there and must not be declared
	 */
	static boolean isImplicit(Declarable declarable) {
		if (declarable instanceof Exchange exchange) {
			return exchange.getName().isEmpty();
		}
		return declarable instanceof Binding binding && orEmpty(binding.getExchange()).isEmpty();
	}

	private static String orEmpty(@Nullable String value) {
		return (value != null) ? value : "";
	}

}
