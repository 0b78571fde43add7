package dev.groundwork.autoconfigure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.groundwork.autoconfigure.RabbitMqProperties.Binding;
import dev.groundwork.autoconfigure.RabbitMqProperties.DestinationType;
import dev.groundwork.autoconfigure.RabbitMqProperties.Exchange;
import dev.groundwork.autoconfigure.RabbitMqProperties.Queue;
import dev.groundwork.autoconfigure.RabbitMqProperties.QueueBinding;
import dev.groundwork.rabbitmq.BindingResource;
import dev.groundwork.rabbitmq.ExchangeResource;
import dev.groundwork.rabbitmq.QueueResource;
import dev.groundwork.resource.Declaration;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.util.StringUtils;

/**
 * Turns {@link RabbitMqProperties} into declarations.
 */
final class RabbitMqPropertyDeclarations {

	private static final String PREFIX = "groundwork.rabbitmq.";

	private final RabbitMqProperties properties;

	private final DeclarationOrigins origins;

	RabbitMqPropertyDeclarations(RabbitMqProperties properties, DeclarationOrigins origins) {
		this.properties = properties;
		this.origins = origins;
	}

	List<Declaration> declarations() {
		List<Declaration> declarations = new ArrayList<>();
		for (int i = 0; i < this.properties.getExchanges().size(); i++) {
			declarations.add(exchange(this.properties.getExchanges().get(i), PREFIX + "exchanges[" + i + "]"));
		}
		for (int i = 0; i < this.properties.getQueues().size(); i++) {
			declarations.addAll(queue(this.properties.getQueues().get(i), PREFIX + "queues[" + i + "]"));
		}
		for (int i = 0; i < this.properties.getBindings().size(); i++) {
			declarations.add(binding(this.properties.getBindings().get(i), PREFIX + "bindings[" + i + "]"));
		}
		return declarations;
	}

	private Declaration exchange(Exchange exchange, String property) {
		String name = require(exchange.getName(), property + ".name");
		return new Declaration(new ExchangeResource(name, exchange.getType(), exchange.isDurable(),
				exchange.isAutoDelete(), exchange.isInternal(), exchange.getArguments()), source(property, "name"));
	}

	private List<Declaration> queue(Queue queue, String property) {
		String name = require(queue.getName(), property + ".name");
		Map<String, Object> arguments = new LinkedHashMap<>(queue.getArguments());
		if (queue.getType() != null) {
			arguments.put("x-queue-type", queue.getType().name().toLowerCase(Locale.ROOT));
		}
		List<Declaration> declarations = new ArrayList<>();
		declarations
			.add(new Declaration(new QueueResource(name, queue.isDurable(), arguments), source(property, "name")));
		for (int i = 0; i < queue.getBindings().size(); i++) {
			declarations.add(binding(queue.getBindings().get(i), name, true, property + ".bindings[" + i + "]"));
		}
		return declarations;
	}

	private Declaration binding(Binding binding, String property) {
		return binding(binding, require(binding.getDestination(), property + ".destination"),
				binding.getDestinationType() == DestinationType.QUEUE, property);
	}

	private Declaration binding(QueueBinding binding, String destination, boolean toQueue, String property) {
		String exchange = require(binding.getExchange(), property + ".exchange");
		return new Declaration(
				new BindingResource(exchange, destination, toQueue, binding.getRoutingKey(), binding.getArguments()),
				source(property, "exchange"));
	}

	private String source(String property, String member) {
		return this.origins.ofProperty(property, member);
	}

	private static String require(@Nullable String value, String property) {
		if (!StringUtils.hasText(value)) {
			throw new InvalidConfigurationPropertyValueException(property, value, "it must not be empty");
		}
		return value;
	}

}
