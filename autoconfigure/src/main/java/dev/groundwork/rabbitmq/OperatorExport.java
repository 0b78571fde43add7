package dev.groundwork.rabbitmq;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import dev.groundwork.provision.DesiredStateExport;
import dev.groundwork.resource.DesiredState;
import dev.groundwork.resource.ResourceId;

/**
 * {@link DesiredStateExport} as resources of the operator that manages the topology of
 * RabbitMQ on Kubernetes.
 */
final class OperatorExport implements DesiredStateExport {

	private static final String CLUSTER = "rabbitmq";

	private static final Set<String> EXCHANGE_TYPES = Set.of("direct", "fanout", "headers", "topic");

	private final String virtualHost;

	OperatorExport(String virtualHost) {
		this.virtualHost = virtualHost;
	}

	@Override
	public String getFormat() {
		return "rabbitmq-operator";
	}

	@Override
	public String write(DesiredState desired) {
		ExportedResources exported = ExportedResources.of(desired);
		StringBuilder text = new StringBuilder(
				"# Replace the name of the RabbitmqCluster, '%s', by that of yours.\n".formatted(CLUSTER));
		exported.exchanges().forEach((exchange) -> text.append(exchange(exchange)));
		exported.queues().forEach((queue) -> text.append(queue(queue)));
		exported.bindings().forEach((binding) -> text.append(binding(binding)));
		return text.toString();
	}

	private String exchange(ExchangeResource exchange) {
		Map<String, Object> spec = new LinkedHashMap<>();
		spec.put("name", exchange.name());
		spec.put("type", exchange.type());
		spec.put("durable", exchange.durable());
		spec.put("autoDelete", exchange.autoDelete());
		StringBuilder remarks = new StringBuilder();
		if (exchange.internal()) {
			remarks.append("# The operator cannot make this exchange internal, as it is declared.\n");
		}
		if (!EXCHANGE_TYPES.contains(exchange.type())) {
			remarks.append("# The operator may not know this type of exchange.\n");
		}
		return document(remarks.toString(), "Exchange", exchange.id(), spec, exchange.arguments());
	}

	private String queue(QueueResource queue) {
		Map<String, Object> spec = new LinkedHashMap<>();
		spec.put("name", queue.name());
		Map<String, Object> arguments = new LinkedHashMap<>(queue.arguments());
		Object type = arguments.remove("x-queue-type");
		if (type != null) {
			spec.put("type", type);
		}
		spec.put("durable", queue.durable());
		spec.put("autoDelete", false);
		return document("", "Queue", queue.id(), spec, arguments);
	}

	private String binding(BindingResource binding) {
		Map<String, Object> spec = new LinkedHashMap<>();
		spec.put("source", binding.exchange());
		spec.put("destination", binding.destination());
		spec.put("destinationType", binding.toQueue() ? "queue" : "exchange");
		spec.put("routingKey", binding.routingKey());
		return document("", "Binding", binding.id(), spec, binding.arguments());
	}

	private String document(String remarks, String kind, ResourceId id, Map<String, Object> spec,
			Map<String, Object> arguments) {
		spec.put("vhost", this.virtualHost);
		if (!arguments.isEmpty()) {
			spec.put("arguments", arguments);
		}
		spec.put("rabbitmqClusterReference", Map.of("name", CLUSTER));
		Map<String, Object> document = new LinkedHashMap<>();
		document.put("apiVersion", "rabbitmq.com/v1beta1");
		document.put("kind", kind);
		document.put("metadata", Map.of("name", KubernetesName.of(this.virtualHost, id)));
		document.put("spec", spec);
		return "---\n" + remarks + BlockYaml.write(document);
	}

}
