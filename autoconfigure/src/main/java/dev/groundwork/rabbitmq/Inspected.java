package dev.groundwork.rabbitmq;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.groundwork.plan.Observation;
import dev.groundwork.resource.ResourceId;

/**
 * What an inspection has found.
 *
 * @param observations an observation for every resource that could be looked at, in the
 * order of the declarations
 * @param refusals what the broker did not let us see
 */
record Inspected(Map<ResourceId, Observation> observations, List<Verdict> refusals) {

	Inspected {
		observations = Collections.unmodifiableMap(new LinkedHashMap<>(observations));
		refusals = List.copyOf(refusals);
	}

}
