package dev.groundwork.rabbitmq;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.groundwork.resource.ResourceId;
import org.jspecify.annotations.Nullable;

/**
 * A broker in memory that keeps the rules of channels: the first refusal closes a
 * channel, and what is behind it is ignored.
 */
final class FakeBroker implements LaneSource {

	private final Map<ResourceId, Fate> fates = new HashMap<>();

	private final Set<ResourceId> existing = new HashSet<>();

	private final Set<ResourceId> declared = new HashSet<>();

	private final boolean talkative;

	private int passesLeft = Integer.MAX_VALUE;

	private int generation;

	private int passes;

	FakeBroker(boolean talkative) {
		this.talkative = talkative;
	}

	void put(ResourceId id, Fate fate) {
		this.fates.put(id, fate);
		if (fate.exists) {
			this.existing.add(id);
		}
	}

	void loseAfter(int passes) {
		this.passesLeft = passes;
	}

	Set<ResourceId> existing() {
		return this.existing;
	}

	Set<ResourceId> declared() {
		return this.declared;
	}

	int passes() {
		return this.passes;
	}

	@Override
	public synchronized Lane take() {
		int born = this.generation;
		return (declares) -> declare(declares, born);
	}

	@Override
	public void giveBack(Lane lane) {
	}

	@Override
	public void abort() {
		throw new IllegalStateException("Nothing is slow here");
	}

	private synchronized @Nullable BrokerRefusal declare(List<Declare> declares, int born) throws IOException {
		assert born == this.generation;
		this.passes++;
		boolean lost = --this.passesLeft < 0;
		for (Declare declare : lost ? declares.subList(0, declares.size() / 2) : declares) {
			BrokerRefusal refusal = declare(declare);
			if (refusal != null) {
				this.generation += refusal.closesConnection() ? 1 : 0;
				return refusal;
			}
		}
		if (lost) {
			throw new IOException("Connection lost");
		}
		return null;
	}

	private @Nullable BrokerRefusal declare(Declare declare) {
		ResourceId id = declare.id();
		Fate fate = this.fates.getOrDefault(id, Fate.ABSENT);
		if (declare.passive()) {
			return this.existing.contains(id) ? null : refusal(404, "NOT_FOUND - no " + named(id), declare);
		}
		this.declared.add(id);
		if (declare.resource() instanceof BindingResource binding && !this.existing.contains(binding.exchangeId())) {
			return refusal(404, "NOT_FOUND - no " + named(binding.exchangeId()), declare);
		}
		return switch (fate) {
			case DIFFERENT -> refusal(406, "PRECONDITION_FAILED - inequivalent arg 'durable' for " + named(id)
					+ ": received 'true' but current is 'false'", declare);
			case FORBIDDEN ->
				refusal(403, "ACCESS_REFUSED - access to " + named(id) + " refused for user 'u'", declare);
			case OF_UNKNOWN_TYPE -> new BrokerRefusal(503, this.talkative
					? "COMMAND_INVALID - unknown exchange type '%s'".formatted(type(declare)) : "COMMAND_INVALID", 40,
					true);
			case EQUIVALENT, ABSENT -> {
				this.existing.add(id);
				yield null;
			}
		};
	}

	private static String type(Declare declare) {
		return (declare.resource() instanceof ExchangeResource exchange) ? exchange.type() : "none";
	}

	private static String named(ResourceId id) {
		return "%s '%s' in vhost '/'".formatted(id.kind(), id.name());
	}

	private BrokerRefusal refusal(int code, String text, Declare declare) {
		int classId = declare.id().kind().equals(ExchangeResource.KIND) ? 40 : 50;
		return new BrokerRefusal(code, this.talkative ? text : "cut", classId, false);
	}

	enum Fate {

		EQUIVALENT(true), DIFFERENT(true), ABSENT(false), FORBIDDEN(false), OF_UNKNOWN_TYPE(false);

		private final boolean exists;

		Fate(boolean exists) {
			this.exists = exists;
		}

	}

}
