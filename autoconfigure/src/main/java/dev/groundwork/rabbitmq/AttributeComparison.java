package dev.groundwork.rabbitmq;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import dev.groundwork.rabbitmq.BrokerContents.FoundQueue;
import dev.groundwork.resource.Difference;
import org.jspecify.annotations.Nullable;

/**
 * Compares attribute by attribute. The names are those of the broker, so that what it
 * says by itself is recognised.
 */
final class AttributeComparison {

	private static final String QUEUE_TYPE = "x-queue-type";

	private final String kind;

	private final List<Difference> differences = new ArrayList<>();

	private final List<Difference> ignored = new ArrayList<>();

	private AttributeComparison(String kind) {
		this.kind = kind;
	}

	static AttributeComparison of(ExchangeResource declared, ExchangeResource found) {
		AttributeComparison comparison = new AttributeComparison(ExchangeResource.KIND);
		comparison.compare("type", declared.type(), found.type());
		comparison.compare("durable", declared.durable(), found.durable());
		comparison.compare("auto_delete", declared.autoDelete(), found.autoDelete());
		comparison.compare("internal", declared.internal(), found.internal());
		comparison.compareArguments(declared.arguments(), found.arguments());
		return comparison;
	}

	static AttributeComparison of(QueueResource declared, FoundQueue found) {
		AttributeComparison comparison = new AttributeComparison(QueueResource.KIND);
		comparison.compare("durable", declared.durable(), found.durable());
		comparison.compare("auto_delete", false, found.autoDelete());
		Object type = declared.arguments().get(QUEUE_TYPE);
		if (type != null) {
			comparison.compare(QUEUE_TYPE, type, found.type());
		}
		else if (!found.type().equals(KnownArguments.CLASSIC)) {
			// The broker knows whether this is the default of the virtual host
			comparison.ignored.add(new Difference(QUEUE_TYPE, null, found.type(), false));
		}
		comparison.compareArguments(declared.arguments(), found.arguments());
		return comparison;
	}

	private void compareArguments(Map<String, Object> declared, Map<String, Object> found) {
		Map<String, Object> expected = FoundArguments.normalize(declared);
		Set<String> names = new TreeSet<>(expected.keySet());
		names.addAll(found.keySet());
		names.remove(QUEUE_TYPE);
		names.forEach((name) -> compare(isKnown(name) ? this.differences : this.ignored, name, expected.get(name),
				found.get(name)));
	}

	private void compare(String name, Object expected, Object found) {
		compare(this.differences, name, expected, found);
	}

	private static void compare(List<Difference> target, String name, @Nullable Object expected,
			@Nullable Object found) {
		if (!Objects.equals(expected, found)) {
			boolean sameText = String.valueOf(expected).equals(String.valueOf(found));
			target.add(new Difference(name, sameText ? typed(expected) : expected, sameText ? typed(found) : found,
					false));
		}
	}

	private static @Nullable Object typed(@Nullable Object value) {
		return (value instanceof String text) ? text + " (text)" : value + " (number or truth value)";
	}

	private boolean isKnown(String argument) {
		return KnownArguments.find(argument).filter((known) -> known.kind().equals(this.kind)).isPresent();
	}

	/**
	 * Return in what the broker itself would see a difference.
	 * @return the differences
	 */
	List<Difference> differences() {
		return this.differences;
	}

	/**
	 * Return in what the broker sees no difference: arguments of the application's own,
	 * and a type of queue that the broker's default may have given.
	 * @return the differences
	 */
	List<Difference> ignored() {
		return this.ignored;
	}

}
