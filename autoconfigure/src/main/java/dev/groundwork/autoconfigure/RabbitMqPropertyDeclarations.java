package dev.groundwork.autoconfigure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.groundwork.autoconfigure.RabbitMqProperties.Binding;
import dev.groundwork.autoconfigure.RabbitMqProperties.DestinationType;
import dev.groundwork.autoconfigure.RabbitMqProperties.Exchange;
import dev.groundwork.autoconfigure.RabbitMqProperties.IncomingBinding;
import dev.groundwork.autoconfigure.RabbitMqProperties.Queue;
import dev.groundwork.autoconfigure.RabbitMqProperties.Retry;
import dev.groundwork.rabbitmq.QueueResource;
import dev.groundwork.rabbitmq.RetryLadder;
import dev.groundwork.resource.Declaration;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.util.StringUtils;

/**
 * Turns {@link RabbitMqProperties} into declarations, each for its place.
 */
final class RabbitMqPropertyDeclarations {

	private static final String PREFIX = "groundwork.rabbitmq.";

	private final RabbitMqProperties properties;

	private final DeclarationOrigins origins;

	private final BrokerPlaces places;

	RabbitMqPropertyDeclarations(RabbitMqProperties properties, DeclarationOrigins origins, BrokerPlaces places) {
		this.properties = properties;
		this.origins = origins;
		this.places = places;
	}

	Map<BrokerPlace, List<Declaration>> declarations() {
		Map<BrokerPlace, List<Declaration>> declarations = new LinkedHashMap<>();
		for (int i = 0; i < this.properties.getExchanges().size(); i++) {
			Exchange exchange = this.properties.getExchanges().get(i);
			String property = PREFIX + "exchanges[" + i + "]";
			at(declarations, property, exchange.getConnectionFactory(), exchange.getVirtualHost())
				.addAll(exchange(exchange, property));
		}
		for (int i = 0; i < this.properties.getQueues().size(); i++) {
			Queue queue = this.properties.getQueues().get(i);
			String property = PREFIX + "queues[" + i + "]";
			at(declarations, property, queue.getConnectionFactory(), queue.getVirtualHost())
				.addAll(queue(queue, property));
		}
		for (int i = 0; i < this.properties.getBindings().size(); i++) {
			Binding binding = this.properties.getBindings().get(i);
			String property = PREFIX + "bindings[" + i + "]";
			at(declarations, property, binding.getConnectionFactory(), binding.getVirtualHost())
				.addAll(binding(binding, property));
		}
		return declarations;
	}

	/**
	 * Return the retry ladders, each for the place of its queue.
	 * @return the ladders
	 */
	Map<BrokerPlace, List<RetryLadder>> ladders() {
		Map<BrokerPlace, List<RetryLadder>> ladders = new LinkedHashMap<>();
		for (int i = 0; i < this.properties.getQueues().size(); i++) {
			Queue queue = this.properties.getQueues().get(i);
			String property = PREFIX + "queues[" + i + "]";
			Retry retry = queue.getRetry();
			if (retry != null) {
				at(ladders, property, queue.getConnectionFactory(), queue.getVirtualHost())
					.add(new QueueRetry(queue, retry, property).ladder());
			}
		}
		return ladders;
	}

	private <T> List<T> at(Map<BrokerPlace, List<T>> byPlace, String property, @Nullable String connectionFactory,
			@Nullable String virtualHost) {
		return byPlace.computeIfAbsent(this.places.named(property, connectionFactory, virtualHost),
				(place) -> new ArrayList<>());
	}

	private List<Declaration> exchange(Exchange exchange, String property) {
		String name = require(exchange.getName(), property + ".name");
		List<Declaration> declarations = new ArrayList<>();
		declarations.add(new Declaration(DeclaredExchange.resource(exchange, name, property),
				this.origins.ofProperty(property, "name"), exchange.isExternal()));
		declarations.addAll(bindings(exchange.getBindings(), name, false, property));
		return declarations;
	}

	private List<Declaration> queue(Queue queue, String property) {
		String name = require(queue.getName(), property + ".name");
		DeclaredArguments arguments = QueueArguments.of(queue, property);
		List<Declaration> declarations = new ArrayList<>();
		if (queue.getRetry() != null) {
			QueueRetry retry = new QueueRetry(queue, queue.getRetry(), property);
			String source = this.origins.ofProperty(property + ".retry", "delays[0]", "delays");
			retry.deadLetter(arguments);
			retry.queues(arguments.toMap()).forEach((ladder) -> declarations.add(new Declaration(ladder, source)));
		}
		declarations.add(new Declaration(new QueueResource(name, queue.isDurable(), arguments.toMap()),
				this.origins.ofProperty(property, "name"), queue.isExternal()));
		declarations.addAll(bindings(queue.getBindings(), name, true, property));
		return declarations;
	}

	private List<Declaration> bindings(List<IncomingBinding> bindings, String destination, boolean toQueue,
			String property) {
		List<Declaration> declarations = new ArrayList<>();
		for (int i = 0; i < bindings.size(); i++) {
			declarations.addAll(binding(bindings.get(i), destination, toQueue, property + ".bindings[" + i + "]"));
		}
		return declarations;
	}

	private List<Declaration> binding(Binding binding, String property) {
		return binding(binding, require(binding.getDestination(), property + ".destination"),
				binding.getDestinationType() == DestinationType.QUEUE, property);
	}

	private List<Declaration> binding(IncomingBinding binding, String destination, boolean toQueue, String property) {
		String exchange = require(binding.getExchange(), property + ".exchange");
		String source = this.origins.ofProperty(property, "exchange");
		return DeclaredBinding.resources(binding, exchange, destination, toQueue, property)
			.stream()
			.map((resource) -> new Declaration(resource, source))
			.toList();
	}

	private static String require(@Nullable String value, String property) {
		if (!StringUtils.hasText(value)) {
			throw new InvalidConfigurationPropertyValueException(property, value, "it must not be empty");
		}
		return value;
	}

}
