package dev.groundwork.rabbitmq;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import dev.groundwork.plan.LintRule;
import dev.groundwork.plan.LintViolation;
import dev.groundwork.resource.Declaration;
import dev.groundwork.resource.DesiredState;
import dev.groundwork.resource.Resource;

/**
 * What is declared in tests, in few words.
 */
final class Declarations {

	private Declarations() {
	}

	static Declaration exchange(String name, String type) {
		return exchange(name, type, Map.of());
	}

	static Declaration exchange(String name, String type, Map<String, Object> arguments) {
		return own(new ExchangeResource(name, type, true, false, false, arguments));
	}

	static Declaration queue(String name) {
		return queue(name, Map.of());
	}

	static Declaration queue(String name, Map<String, Object> arguments) {
		return own(new QueueResource(name, true, arguments));
	}

	static Declaration binding(String exchange, String queue, String routingKey) {
		return binding(exchange, queue, routingKey, Map.of());
	}

	static Declaration binding(String exchange, String queue, String routingKey, Map<String, Object> arguments) {
		return own(new BindingResource(exchange, queue, true, routingKey, arguments));
	}

	static Declaration exchangeBinding(String exchange, String destination, String routingKey) {
		return own(new BindingResource(exchange, destination, false, routingKey, Map.of()));
	}

	static Declaration own(Resource resource) {
		return new Declaration(resource, "a test");
	}

	static Declaration external(Declaration declaration) {
		return new Declaration(declaration.resource(), declaration.source(), true);
	}

	static DesiredState desired(Declaration... declarations) {
		return DesiredState.of(Arrays.asList(declarations));
	}

	static Topology topology(Declaration... declarations) {
		return new Topology(desired(declarations));
	}

	/**
	 * Apply a rule.
	 * @param rule the rule
	 * @param declarations what is declared
	 * @return the subject and the cause of every violation
	 */
	static List<String> check(LintRule rule, Declaration... declarations) {
		return rule.check(desired(declarations))
			.stream()
			.map((violation) -> violation.subject() + " " + violation.cause())
			.toList();
	}

	static List<String> remedies(LintRule rule, Declaration... declarations) {
		return rule.check(desired(declarations)).stream().map(LintViolation::remedy).toList();
	}

}
