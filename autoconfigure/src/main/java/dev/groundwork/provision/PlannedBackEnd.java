package dev.groundwork.provision;

import java.util.List;
import java.util.Map;

import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.plan.Plan;
import dev.groundwork.resource.ResourceId;
import org.jspecify.annotations.Nullable;

/**
 * What would be done on one back end.
 *
 * @param backEnd the name of the back end
 * @param plan what would be done or {@code null} if it cannot be told
 * @param explanations what was expected and found and the safe way out, for everything
 * that drifted
 * @param failures why it cannot be told; empty if there is a plan
 * @since 0.1.0
 */
public record PlannedBackEnd(String backEnd, @Nullable Plan plan, Map<ResourceId, Diagnosis> explanations,
		List<Diagnosis> failures) {

	public PlannedBackEnd {
		explanations = Map.copyOf(explanations);
		failures = List.copyOf(failures);
	}

}
