package dev.groundwork.autoconfigure;

import java.util.List;

import dev.groundwork.autoconfigure.RabbitMqProperties.HeaderMatch;
import dev.groundwork.autoconfigure.RabbitMqProperties.IncomingBinding;
import dev.groundwork.rabbitmq.BindingResource;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * What the properties of a binding mean.
 */
final class DeclaredBinding {

	private DeclaredBinding() {
	}

	/**
	 * Return one binding for each routing key.
	 * @param binding the properties
	 * @param exchange the exchange from which messages come
	 * @param destination the queue or exchange to which they go
	 * @param toQueue whether the destination is a queue
	 * @param property the property of the binding
	 * @return the bindings
	 */
	static List<BindingResource> resources(IncomingBinding binding, String exchange, String destination,
			boolean toQueue, String property) {
		DeclaredArguments arguments = new DeclaredArguments(property, BindingResource.KIND, binding.getArguments());
		binding.getHeaders().forEach((name, value) -> arguments.withHeader("headers." + name, name, value));
		arguments.with("match", "x-match", match(binding));
		return routingKeys(binding, property).stream()
			.map((key) -> new BindingResource(exchange, destination, toQueue, key, arguments.toMap()))
			.toList();
	}

	private static @Nullable HeaderMatch match(IncomingBinding binding) {
		boolean implied = !binding.getHeaders().isEmpty() && !binding.getArguments().containsKey("x-match");
		return (binding.getMatch() == null && implied) ? HeaderMatch.ALL : binding.getMatch();
	}

	private static List<String> routingKeys(IncomingBinding binding, String property) {
		String single = binding.getRoutingKey();
		List<String> several = binding.getRoutingKeys();
		if (single != null && !several.isEmpty()) {
			throw new InvalidConfigurationPropertyValueException(property + ".routing-key", single,
					"There are routing-keys, too. Put it among them.");
		}
		if (several.isEmpty()) {
			return List.of((single != null) ? single : "");
		}
		return List.copyOf(several);
	}

}
