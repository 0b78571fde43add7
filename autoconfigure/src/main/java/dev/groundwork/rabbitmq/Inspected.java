package dev.groundwork.rabbitmq;

import java.util.List;
import java.util.Map;

import dev.groundwork.plan.Observation;
import dev.groundwork.resource.ResourceId;

/**
 * What an inspection has found.
 *
 * @param observations an observation for every resource that could be looked at
 * @param refusals what the broker did not let us see
 */
record Inspected(Map<ResourceId, Observation> observations, List<Verdict> refusals) {

	Inspected {
		observations = Map.copyOf(observations);
		refusals = List.copyOf(refusals);
	}

}
