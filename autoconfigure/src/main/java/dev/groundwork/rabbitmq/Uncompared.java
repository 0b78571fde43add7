package dev.groundwork.rabbitmq;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.groundwork.plan.Observation;
import dev.groundwork.plan.Observation.Present;
import dev.groundwork.plan.Observation.Unreadable;
import dev.groundwork.provision.ProvisioningMode;
import dev.groundwork.resource.ResourceId;

/**
 * Says what was not compared because the management API was not read. Pure.
 */
final class Uncompared {

	private final ProvisioningMode mode;

	private final String reason;

	private boolean told;

	Uncompared(ProvisioningMode mode, String reason) {
		this.mode = mode;
		this.reason = reason;
	}

	Map<ResourceId, Observation> enrich(Map<ResourceId, Observation> observed) {
		Map<ResourceId, Observation> enriched = new LinkedHashMap<>();
		observed.forEach((id, observation) -> enriched.put(id, enrich(observation)));
		return enriched;
	}

	private Observation enrich(Observation observation) {
		if (observation instanceof Present present && !present.differences().isEmpty()) {
			return new Present(present.differences(),
					with(present.notes(), "RabbitMQ names the first difference only"));
		}
		if (this.mode == ProvisioningMode.APPLY) {
			return observation;
		}
		if (observation instanceof Present present && this.mode == ProvisioningMode.VERIFY) {
			return new Present(List.of(), with(present.notes(), "attributes and policies were not compared"));
		}
		if (observation instanceof Unreadable unreadable) {
			return new Unreadable(with(unreadable.notes(), "whether it is there was not found out"));
		}
		return observation;
	}

	// The reason is the same for all: once is enough
	private List<String> with(List<String> notes, String note) {
		List<String> all = new ArrayList<>(notes);
		all.add(this.told ? note : "%s (%s)".formatted(note, this.reason));
		this.told = true;
		return all;
	}

}
