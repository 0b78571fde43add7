package dev.groundwork.rabbitmq;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * An attribute of a declaration that the broker does not accept, whatever exists.
 *
 * @param cause what is wrong with it
 * @param remedy what to do about it
 */
record ArgumentRefusal(String cause, String remedy) {

	private static final Pattern OF_TYPE = Pattern
		.compile("invalid arg '(?<name>[^']+)' for queue '.*' in vhost '.*' of queue type (?:rabbit_)?(?<type>\\w+)");

	private static final Pattern OF_VALUE = Pattern
		.compile("invalid arg '(?<name>[^']+)' for queue '.*' in vhost '.*': (?<reason>.*)", Pattern.DOTALL);

	private static final Pattern PROPERTY = Pattern.compile("invalid property '(?<name>[^']+)' for queue");

	private static final Pattern EXCHANGE = Pattern
		.compile("invalid type '(?<type>\\w+)' for arg '(?<name>[^']+)' in exchange");

	private static final Map<String, String> PROPERTIES = Map.of("non-durable", "not durable", "exclusive-owner",
			"exclusive", "auto-delete", "deleted with its last consumer");

	static @Nullable ArgumentRefusal parse(String text) {
		Matcher ofType = OF_TYPE.matcher(text);
		if (ofType.find()) {
			String type = ofType.group("type").replaceAll("_queue$", "");
			return new ArgumentRefusal(
					"a queue of type '%s' does not know argument '%s'".formatted(type, ofType.group("name")),
					"Remove the argument, or give the queue another x-queue-type.");
		}
		Matcher ofValue = OF_VALUE.matcher(text);
		if (ofValue.find()) {
			return ofValue(ofValue.group("name"), ofValue.group("reason"));
		}
		Matcher property = PROPERTY.matcher(text);
		if (property.find()) {
			String name = property.group("name");
			return new ArgumentRefusal(
					"a queue of this type cannot be " + PROPERTIES.getOrDefault(name, "declared with '" + name + "'"),
					"Declare it durable, not exclusive and not auto-delete, or remove its x-queue-type.");
		}
		Matcher exchange = EXCHANGE.matcher(text);
		return exchange.find() ? new ArgumentRefusal(
				"argument '%s' is of type %s".formatted(exchange.group("name"), exchange.group("type")),
				"Give the argument a text.") : null;
	}

	private static ArgumentRefusal ofValue(String name, String reason) {
		String cause = "the broker does not accept the value of argument '%s'".formatted(name);
		if (reason.contains("expected integer") || reason.contains("unacceptable_type")) {
			return new ArgumentRefusal(cause + ": it is of the wrong type",
					"Give it the type that the broker expects: in YAML a number has no quotes, and in Java it is no String.");
		}
		if (reason.contains("routing_key_but_no_dlx")) {
			return new ArgumentRefusal(cause + ": there is no dead-letter exchange",
					"Add x-dead-letter-exchange, or remove the argument.");
		}
		if (reason.contains("unsupported queue type")) {
			return new ArgumentRefusal("the broker does not know this type of queue",
					"Use classic, quorum or stream, and a broker that has it.");
		}
		if (reason.contains("value_negative") || reason.contains("value_zero")) {
			return new ArgumentRefusal(cause + ": it is too small", "Give it a positive number, or remove it.");
		}
		if (reason.contains("max_value_exceeded")) {
			return new ArgumentRefusal(cause + ": it is too large", "Give it a smaller number.");
		}
		return new ArgumentRefusal(cause, "Correct the value as the broker says.");
	}

}
