package dev.groundwork.rabbitmq;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.groundwork.plan.Observation;
import dev.groundwork.plan.Observation.Absent;
import dev.groundwork.plan.Observation.Present;
import dev.groundwork.plan.Observation.Unreadable;
import dev.groundwork.rabbitmq.BrokerContents.FoundExchange;
import dev.groundwork.rabbitmq.BrokerContents.FoundQueue;
import dev.groundwork.resource.Declaration;
import dev.groundwork.resource.DesiredState;
import dev.groundwork.resource.Difference;
import dev.groundwork.resource.ResourceId;
import org.jspecify.annotations.Nullable;

/**
 * Adds to what was observed over AMQP what the management API lists. Pure.
 */
final class ManagementComparison {

	private final BrokerContents contents;

	private final boolean comparedByBroker;

	private final UnexpectedBindings unexpected;

	/**
	 * Create a comparison.
	 * @param contents what there is
	 * @param comparedByBroker whether the broker itself has compared what was observed to
	 * be there
	 * @param declared every declared binding, in comparable form
	 * @param access where the contents come from
	 */
	ManagementComparison(BrokerContents contents, boolean comparedByBroker, Set<BindingResource> declared,
			ManagementAccess access) {
		this.contents = contents;
		this.comparedByBroker = comparedByBroker;
		this.unexpected = new UnexpectedBindings(contents, declared, access);
	}

	Map<ResourceId, Observation> enrich(DesiredState desired, Map<ResourceId, Observation> observed) {
		Map<ResourceId, Observation> enriched = new LinkedHashMap<>(observed);
		for (Declaration declaration : desired.declarations()) {
			enriched.computeIfPresent(declaration.id(), (id, observation) -> enrich(declaration, observation));
		}
		return enriched;
	}

	private Observation enrich(Declaration declaration, Observation observation) {
		if (observation instanceof Absent) {
			return observation;
		}
		if (declaration.resource() instanceof BindingResource binding) {
			return binding(binding, observation);
		}
		if (declaration.resource() instanceof ExchangeResource exchange) {
			FoundExchange found = this.contents.exchanges().get(exchange.name());
			return (found != null) ? exchange(declaration, exchange, found, observation) : unlisted(observation);
		}
		if (declaration.resource() instanceof QueueResource queue) {
			FoundQueue found = this.contents.queues().get(queue.name());
			return (found != null) ? queue(declaration, queue, found, observation) : unlisted(observation);
		}
		return observation;
	}

	private Observation binding(BindingResource binding, Observation observation) {
		if (!(observation instanceof Unreadable)) {
			return observation;
		}
		return this.contents.has(binding) ? new Present(List.of()) : new Absent();
	}

	private static Observation unlisted(Observation observation) {
		// It may have been created meanwhile
		return (observation instanceof Unreadable) ? new Absent() : observation;
	}

	private Observation exchange(Declaration declaration, ExchangeResource exchange, FoundExchange found,
			Observation observation) {
		List<String> notes = new ArrayList<>();
		found.policy()
			.ifPresent((policy) -> notes.add("policy '%s' applies, what it sets is not compared".formatted(policy)));
		AttributeComparison comparison = declaration.external() ? null
				: AttributeComparison.of(exchange, found.exchange());
		return merge(observation, comparison, notes);
	}

	private Observation queue(Declaration declaration, QueueResource queue, FoundQueue found, Observation observation) {
		if (declaration.external()) {
			return merge(observation, null, List.of());
		}
		List<String> notes = new ArrayList<>(PolicyEffect.notes(queue, found));
		notes.addAll(this.unexpected.notes(queue));
		return merge(observation, AttributeComparison.of(queue, found), notes);
	}

	private Observation merge(Observation observation, @Nullable AttributeComparison comparison, List<String> added) {
		Present present = (observation instanceof Present known) ? known : new Present(List.of());
		List<String> notes = new ArrayList<>(present.notes());
		Map<String, Difference> differences = new LinkedHashMap<>();
		present.differences().forEach((difference) -> differences.put(difference.attribute(), difference));
		if (comparison != null) {
			boolean accepted = this.comparedByBroker && present.differences().isEmpty();
			if (accepted) {
				comparison.differences().forEach((difference) -> notes.add(accepted(difference)));
			}
			else {
				comparison.differences().forEach((difference) -> differences.put(difference.attribute(), difference));
			}
			comparison.ignored()
				.stream()
				.filter((difference) -> !differences.containsKey(difference.attribute()))
				.forEach((difference) -> notes.add(accepted(difference)));
		}
		notes.addAll(added);
		return new Present(List.copyOf(differences.values()), notes);
	}

	private static String accepted(Difference difference) {
		return difference + "; RabbitMQ accepts the declaration all the same";
	}

}
