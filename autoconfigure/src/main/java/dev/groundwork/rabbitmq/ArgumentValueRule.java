package dev.groundwork.rabbitmq;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.groundwork.plan.LintSeverity;
import dev.groundwork.plan.LintViolation;

/**
 * Rule against values that an argument cannot have, which the broker refuses.
 */
final class ArgumentValueRule extends TopologyRule {

	private static final String NOT_NEGATIVE = "0 or more";

	private static final Map<String, Range> NUMBERS = Map.of("x-message-ttl",
			new Range(0, Long.MAX_VALUE, NOT_NEGATIVE), "x-expires", new Range(1, Long.MAX_VALUE, "1 or more"),
			"x-max-length", new Range(0, Long.MAX_VALUE, NOT_NEGATIVE), "x-max-length-bytes",
			new Range(0, Long.MAX_VALUE, NOT_NEGATIVE), "x-max-priority", new Range(0, 255, "between 0 and 255"),
			"x-quorum-initial-group-size", new Range(1, Long.MAX_VALUE, "1 or more"));

	private static final Map<String, String> TEXTS = Map.of("x-overflow", "drop-head|reject-publish|reject-publish-dlx",
			"x-queue-mode", "default|lazy", "x-dead-letter-strategy", "at-most-once|at-least-once",
			"x-queue-leader-locator", "client-local|balanced|random|least-leaders", "x-max-age", "\\d+[YMDhms]",
			"x-match", "all|any|all-with-x|any-with-x");

	ArgumentValueRule() {
		super("argument-value", LintSeverity.ERROR);
	}

	@Override
	Stream<LintViolation> check(Topology topology) {
		Stream<LintViolation> ofQueues = topology.ownQueues()
			.flatMap((queue) -> check(queue, queue.resource().arguments()));
		Stream<LintViolation> ofBindings = topology.ownBindings()
			.filter((binding) -> topology.typeOf(binding.resource().exchange()).filter("headers"::equals).isPresent())
			.flatMap((binding) -> check(binding, binding.resource().arguments()));
		return Stream.concat(ofQueues, ofBindings);
	}

	private static Stream<LintViolation> check(Declared<?> declared, Map<String, Object> arguments) {
		return arguments.entrySet()
			.stream()
			.flatMap(
					(argument) -> wanted(argument.getKey(), argument.getValue()).map((wanted) -> declared.violation(
							"has argument '%s' with the value '%s', and RabbitMQ wants %s".formatted(argument.getKey(),
									argument.getValue(), wanted),
							"Set '%s' to %s.".formatted(argument.getKey(), wanted)))
						.stream());
	}

	private static Optional<String> wanted(String name, Object value) {
		if (value instanceof Long number && NUMBERS.containsKey(name)) {
			return Optional.of(NUMBERS.get(name))
				.filter((range) -> number < range.lowest() || number > range.highest())
				.map(Range::text);
		}
		if (value instanceof String text && TEXTS.containsKey(name)) {
			String pattern = TEXTS.get(name);
			return text.matches(pattern) ? Optional.empty() : Optional.of(name.equals("x-max-age")
					? "a number and one of Y, M, D, h, m, s, such as 7D" : pattern.replace("|", ", "));
		}
		return Optional.empty();
	}

	/**
	 * The numbers that an argument may have.
	 *
	 * @param lowest the lowest
	 * @param highest the highest
	 * @param text the same for people to read
	 */
	private record Range(long lowest, long highest, String text) {
	}

}
