package dev.groundwork.rabbitmq;

import java.util.Collection;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Refusals that have closed the connection, to be spared where they are certain. Safe for
 * use by several threads.
 */
final class KnownRefusals {

	private final Queue<BrokerRefusal> refusals = new ConcurrentLinkedQueue<>();

	/**
	 * Remember a refusal if it names any of the given declarations.
	 * @param refusal a refusal that has closed the connection
	 * @param declares the declarations that may have been refused
	 * @return whether it names any
	 */
	boolean learn(BrokerRefusal refusal, Collection<Declare> declares) {
		boolean named = declares.stream().anyMatch((declare) -> Blame.isUnknownType(refusal, declare));
		if (named) {
			this.refusals.add(refusal);
		}
		return named;
	}

	Optional<BrokerRefusal> of(Declare declare) {
		return this.refusals.stream().filter((refusal) -> Blame.isUnknownType(refusal, declare)).findFirst();
	}

}
