package dev.groundwork.rabbitmq;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Finds in the text of a refusal which of several declarations was refused. Says so only
 * where there is no doubt: the text is made for people, is cut after 255 bytes, and may
 * name what a declaration refers to instead of what it declares.
 */
final class Blame {

	static final int NOBODY = -1;

	private static final int EXCHANGE_CLASS = 40;

	private static final int QUEUE_CLASS = 50;

	private static final Pattern TOPIC = Pattern.compile("access to topic '(.*)' in exchange '(.*?)' in vhost '.*");

	private Blame() {
	}

	/**
	 * Find the declaration that was refused.
	 * @param declares the declarations in the order in which the broker saw them
	 * @param refusal the refusal of one of them
	 * @return its index, {@link #NOBODY} if it cannot be told
	 */
	static int find(List<Declare> declares, BrokerRefusal refusal) {
		if (declares.size() == 1) {
			return 0;
		}
		boolean bindings = declares.stream().allMatch((declare) -> declare.resource() instanceof BindingResource);
		return bindings ? findBinding(declares, refusal) : findOnly(declares, (declare) -> names(refusal, declare));
	}

	/**
	 * Tell whether a refusal that closed the connection holds for a declaration.
	 * @param refusal the refusal of this declaration or another
	 * @param declare the declaration
	 * @return whether the broker would refuse it in the same words
	 */
	static boolean isUnknownType(BrokerRefusal refusal, Declare declare) {
		return !declare.passive() && declare.resource() instanceof ExchangeResource exchange
				&& refusal.text().endsWith("exchange type '" + exchange.type() + "'");
	}

	private static boolean names(BrokerRefusal refusal, Declare declare) {
		String name = declare.id().name();
		String kind = declare.id().kind();
		int classId = kind.equals(QueueResource.KIND) ? QUEUE_CLASS : EXCHANGE_CLASS;
		return refusal.classId() == classId && (refusal.text().contains("%s '%s' in vhost '".formatted(kind, name))
				|| refusal.text().contains("%s name '%s' contains".formatted(kind, name)));
	}

	// A missing or forbidden end is refused to every binding that needs it, so it is the
	// first of these
	private static int findBinding(List<Declare> declares, BrokerRefusal refusal) {
		Matcher topic = TOPIC.matcher(refusal.text());
		if (topic.find()) {
			return findFirst(declares, (binding) -> topic.group(1).equals(binding.routingKey())
					&& topic.group(2).equals(binding.exchange()));
		}
		int from = findFirst(declares, (binding) -> namesEnd(refusal, ExchangeResource.KIND, binding.exchange()));
		int to = findFirst(declares,
				(binding) -> namesEnd(refusal, binding.destinationId().kind(), binding.destination()));
		if (from == NOBODY || to == NOBODY) {
			return Math.max(from, to);
		}
		return (refusal.code() == BrokerRefusal.NOT_FOUND) ? Math.min(from, to) : NOBODY;
	}

	private static boolean namesEnd(BrokerRefusal refusal, String kind, String name) {
		return refusal.text().contains("%s '%s' in vhost '".formatted(kind, name));
	}

	private static int findFirst(List<Declare> declares, Predicate<BindingResource> condition) {
		return IntStream.range(0, declares.size())
			.filter((index) -> condition.test((BindingResource) declares.get(index).resource()))
			.findFirst()
			.orElse(NOBODY);
	}

	private static int findOnly(List<Declare> declares, Predicate<Declare> condition) {
		int[] found = IntStream.range(0, declares.size())
			.filter((index) -> condition.test(declares.get(index)))
			.toArray();
		return (found.length == 1) ? found[0] : NOBODY;
	}

}
