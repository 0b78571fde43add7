package dev.groundwork.provision;

import java.util.List;
import java.util.Map;

import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.plan.Change;
import dev.groundwork.plan.Plan;
import dev.groundwork.plan.Step;
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

	/**
	 * Create a report of what was done.
	 * @param result what was done
	 * @return what was done, in the form of a plan
	 */
	public static PlannedBackEnd of(ProvisioningResult result) {
		return new PlannedBackEnd(result.backEnd(), new Plan(result.steps()), Map.of(), List.of());
	}

	/**
	 * Return the steps with one of the given changes.
	 * @param changes the changes
	 * @return the steps in the order in which they apply, empty if there is no plan
	 */
	public List<Step> steps(Change... changes) {
		return (this.plan != null) ? this.plan.steps(changes) : List.of();
	}

}
