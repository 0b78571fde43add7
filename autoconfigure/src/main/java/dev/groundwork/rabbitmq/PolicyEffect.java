package dev.groundwork.rabbitmq;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import dev.groundwork.rabbitmq.BrokerContents.FoundQueue;
import org.jspecify.annotations.Nullable;

/**
 * What is in force on a queue, of what its arguments say and what policies say. Of two
 * numbers the lower counts; of two other values the argument, but the policy for streams
 * and for the overflow of quorum queues. Where an operator's policy and a user's meet,
 * the broker has already decided.
 */
final class PolicyEffect {

	private PolicyEffect() {
	}

	/**
	 * Compare what is in force with what is declared.
	 * @param declared the queue as declared
	 * @param found the queue as found
	 * @return one line for each attribute in which a policy makes a difference
	 */
	static List<String> notes(QueueResource declared, FoundQueue found) {
		Map<String, Object> arguments = FoundArguments.normalize(declared.arguments());
		return found.effective()
			.entrySet()
			.stream()
			.flatMap((policy) -> note("x-" + policy.getKey(), arguments.get("x-" + policy.getKey()), policy.getValue(),
					found))
			.toList();
	}

	private static Stream<String> note(String name, @Nullable Object declared, Object policy, FoundQueue found) {
		boolean known = KnownArguments.find(name)
			.filter((argument) -> argument.kind().equals(QueueResource.KIND))
			.isPresent();
		Object effective = effective(name, declared, policy, found.type());
		if (!known || Objects.equals(effective, declared)) {
			return Stream.empty();
		}
		return Stream.of("%s is '%s' by %s, %s".formatted(name, effective, String.join(" and ", found.policies()),
				(declared != null) ? "although '%s' is declared".formatted(declared) : "and none is declared"));
	}

	private static Object effective(String name, @Nullable Object declared, Object policy, String type) {
		if (declared == null) {
			return policy;
		}
		if (type.equals(KnownArguments.STREAM) || (type.equals(KnownArguments.QUORUM) && name.equals("x-overflow"))) {
			return policy;
		}
		if (declared instanceof Long argument && policy instanceof Long limit) {
			return Math.min(argument, limit);
		}
		return declared;
	}

}
