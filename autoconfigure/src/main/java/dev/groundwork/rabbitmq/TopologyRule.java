package dev.groundwork.rabbitmq;

import java.util.List;
import java.util.stream.Stream;

import dev.groundwork.plan.LintRule;
import dev.groundwork.plan.LintSeverity;
import dev.groundwork.plan.LintViolation;
import dev.groundwork.resource.DesiredState;

/**
 * Base of the rules about a {@link Topology}. What somebody else declares has attributes
 * that are not ours to judge.
 */
abstract class TopologyRule implements LintRule {

	private final String name;

	private final LintSeverity severity;

	TopologyRule(String name, LintSeverity severity) {
		this.name = name;
		this.severity = severity;
	}

	@Override
	public final String getName() {
		return this.name;
	}

	@Override
	public final LintSeverity getDefaultSeverity() {
		return this.severity;
	}

	@Override
	public final List<LintViolation> check(DesiredState desired) {
		return check(new Topology(desired)).toList();
	}

	abstract Stream<LintViolation> check(Topology topology);

	static String externalExchange(String name) {
		return "groundwork.rabbitmq.exchanges: [{name: %s, external: true}]".formatted(yaml(name));
	}

	static String externalQueue(String name) {
		return "groundwork.rabbitmq.queues: [{name: %s, external: true}]".formatted(yaml(name));
	}

	static String yaml(String text) {
		return text.matches("[A-Za-z_][\\w./-]*") ? text : "'" + text.replace("'", "''") + "'";
	}

}
