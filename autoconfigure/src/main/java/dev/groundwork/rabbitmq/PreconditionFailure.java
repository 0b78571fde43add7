package dev.groundwork.rabbitmq;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.diagnosis.FailureKind;
import dev.groundwork.resource.Declaration;

/**
 * Diagnosis of a declare that the broker refuses because of what is declared.
 */
final class PreconditionFailure {

	private static final Pattern QUEUE_LIMIT = Pattern
		.compile("queue limit in vhost '(?<vhost>.*)' \\((?<limit>\\d+)\\) is reached");

	private PreconditionFailure() {
	}

	static Diagnosis diagnose(Declaration declaration, BrokerRefusal refusal) {
		String text = refusal.text();
		if (text.contains("inequivalent arg")) {
			return new Diagnosis(FailureKind.PERMANENT, declaration.describe(),
					"exists with other attributes than declared", Inequivalence.parse(refusal).toString(),
					"RabbitMQ cannot change what exists. Declare it as found, or give it a new name.");
		}
		Matcher limit = QUEUE_LIMIT.matcher(text);
		if (limit.find()) {
			String virtualHost = Shell.quote(limit.group("vhost"));
			return refusal.diagnose(FailureKind.PERMANENT, declaration,
					"the virtual host has all the %s queues it may have".formatted(limit.group("limit")),
					"See them: rabbitmqctl list_queues -p %s; raise the limit: rabbitmqctl set_vhost_limits -p %s '{\"max-queues\": <number>}'"
						.formatted(virtualHost, virtualHost));
		}
		ArgumentRefusal argument = ArgumentRefusal.parse(text);
		return (argument != null)
				? refusal.diagnose(FailureKind.PERMANENT, declaration, argument.cause(), argument.remedy())
				: refusal.diagnose(FailureKind.PERMANENT, declaration, "the broker refuses the declaration",
						"Correct the declaration as the broker says.");
	}

}
