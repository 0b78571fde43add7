package dev.groundwork.rabbitmq;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.groundwork.provision.DesiredStateExport;
import dev.groundwork.resource.DesiredState;
import dev.groundwork.resource.Resource;

import org.springframework.boot.json.JsonWriter;

/**
 * {@link DesiredStateExport} as definitions that RabbitMQ imports. The virtual host is
 * named but not defined: importing one that exists would replace its description.
 */
final class DefinitionsExport implements DesiredStateExport {

	private static final JsonWriter<Map<String, Object>> JSON = JsonWriter.standard();

	private final String virtualHost;

	DefinitionsExport(String virtualHost) {
		this.virtualHost = virtualHost;
	}

	@Override
	public String getFormat() {
		return "rabbitmq-definitions";
	}

	@Override
	public String write(DesiredState desired) {
		ExportedResources exported = ExportedResources.of(desired);
		return """
				{
				  "exchanges": %s,
				  "queues": %s,
				  "bindings": %s
				}
				""".formatted(list(exported.exchanges(), this::exchange), list(exported.queues(), this::queue),
				list(exported.bindings(), this::binding));
	}

	private Map<String, Object> exchange(ExchangeResource exchange) {
		Map<String, Object> object = named(exchange.name());
		object.put("type", exchange.type());
		object.put("durable", exchange.durable());
		object.put("auto_delete", exchange.autoDelete());
		object.put("internal", exchange.internal());
		object.put("arguments", exchange.arguments());
		return object;
	}

	private Map<String, Object> queue(QueueResource queue) {
		Map<String, Object> object = named(queue.name());
		object.put("durable", queue.durable());
		object.put("auto_delete", false);
		object.put("arguments", queue.arguments());
		return object;
	}

	private Map<String, Object> binding(BindingResource binding) {
		Map<String, Object> object = new LinkedHashMap<>();
		object.put("source", binding.exchange());
		object.put("vhost", this.virtualHost);
		object.put("destination", binding.destination());
		object.put("destination_type", binding.toQueue() ? "queue" : "exchange");
		object.put("routing_key", binding.routingKey());
		object.put("arguments", binding.arguments());
		return object;
	}

	private Map<String, Object> named(String name) {
		Map<String, Object> object = new LinkedHashMap<>();
		object.put("name", name);
		object.put("vhost", this.virtualHost);
		return object;
	}

	private static <R extends Resource> String list(List<R> resources, Function<R, Map<String, Object>> object) {
		return resources.stream()
			.map(object)
			.map((value) -> "\n    " + JSON.writeToString(value))
			.collect(Collectors.joining(",", "[", "\n  ]"));
	}

}
