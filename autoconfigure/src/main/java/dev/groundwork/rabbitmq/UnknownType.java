package dev.groundwork.rabbitmq;

import java.util.Map;

import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.diagnosis.FailureKind;
import dev.groundwork.resource.Declaration;

/**
 * Diagnosis of an exchange of a type that the broker does not know. The broker closes the
 * whole connection.
 */
final class UnknownType {

	private static final Map<String, String> PLUGINS = Map.of("x-delayed-message", "rabbitmq_delayed_message_exchange",
			"x-consistent-hash", "rabbitmq_consistent_hash_exchange", "x-random", "rabbitmq_random_exchange",
			"x-recent-history", "rabbitmq_recent_history_exchange", "x-modulus-hash", "rabbitmq_sharding",
			"x-jms-topic", "rabbitmq_jms_topic_exchange");

	private UnknownType() {
	}

	static Diagnosis diagnose(Declaration declaration, BrokerRefusal refusal) {
		String type = (declaration.resource() instanceof ExchangeResource exchange) ? exchange.type() : "";
		return refusal.diagnose(FailureKind.PERMANENT, declaration, "the broker does not know this type", remedy(type));
	}

	private static String remedy(String type) {
		String plugin = PLUGINS.get(type);
		if (plugin == null) {
			return "Correct the type, or enable its plugin: rabbitmq-plugins enable <plugin>";
		}
		String remedy = "Enable its plugin on every node: rabbitmq-plugins enable " + plugin;
		return type.equals("x-delayed-message")
				? remedy + " (it does not come with RabbitMQ and is no longer maintained: "
						+ "wait queues with x-message-ttl need no plugin)"
				: remedy;
	}

}
