package dev.groundwork.rabbitmq;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.groundwork.resource.Resource;
import org.jspecify.annotations.Nullable;

/**
 * What a user must be allowed to do and is not. Most brokers name only what was refused;
 * which right that is follows from what was declared.
 *
 * @param right the right or the rights in question, such as {@code write}
 * @param target what it is missing on, such as {@code exchange 'events'}
 * @param reason why it is needed
 */
record MissingRight(String right, String target, String reason) {

	private static final Pattern TEXT = Pattern
		.compile("(?:(?<right>configure|write|read) )?access to (?<kind>queue|exchange|topic) '(?<name>.*?)' in ");

	static @Nullable MissingRight parse(BrokerRefusal refusal, Resource resource) {
		Matcher matcher = TEXT.matcher(refusal.text());
		if (!matcher.find()) {
			return null;
		}
		String kind = matcher.group("kind");
		String name = matcher.group("name");
		String target = "%s '%s'".formatted(kind, name);
		MissingRight deduced = kind.equals("topic")
				? new MissingRight("read", target, "a binding to a topic exchange needs it")
				: deduce(kind, name, target, resource);
		String named = matcher.group("right");
		return (named != null && !named.equals(deduced.right())) ? new MissingRight(named, target, deduced.reason())
				: deduced;
	}

	private static MissingRight deduce(String kind, String name, String target, Resource resource) {
		if (resource instanceof BindingResource binding) {
			return ofBinding(kind, name, target, binding);
		}
		if (resource instanceof QueueResource queue) {
			return ofDeclaration(kind.equals("queue"), target, queue.arguments().get("x-dead-letter-exchange"),
					"dead-letter exchange");
		}
		if (resource instanceof ExchangeResource exchange) {
			return ofDeclaration(name.equals(exchange.name()), target, exchange.arguments().get("alternate-exchange"),
					"alternate exchange");
		}
		return new MissingRight("configure", target, "");
	}

	private static MissingRight ofDeclaration(boolean itself, String target, @Nullable Object other, String role) {
		if (!itself) {
			return new MissingRight("write", target, "it is the " + role);
		}
		return (other != null)
				? new MissingRight("configure or read", target,
						"a declare needs configure, and with the %s read too".formatted(role))
				: new MissingRight("configure", target, "a declare needs it");
	}

	private static MissingRight ofBinding(String kind, String name, String target, BindingResource binding) {
		boolean destination = kind.equals(binding.toQueue() ? "queue" : "exchange")
				&& Objects.equals(name, binding.destination());
		boolean source = kind.equals("exchange") && Objects.equals(name, binding.exchange());
		if (destination && source) {
			return new MissingRight("write or read", target, "a binding needs both on an exchange bound to itself");
		}
		return destination ? new MissingRight("write", target, "a binding needs it on its destination")
				: new MissingRight("read", target, "a binding needs it on its source");
	}

}
