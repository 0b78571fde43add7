package dev.groundwork.provision;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.groundwork.plan.Plan;
import dev.groundwork.plan.Step;
import dev.groundwork.resource.ResourceId;

/**
 * What provisioning did on one back end.
 *
 * @param backEnd the name of the back end
 * @param plan the plan of the attempt that succeeded
 * @param changes what was created or updated, in all attempts together
 * @param attempts how many attempts it took, at least one
 * @param took how long the attempt that succeeded took
 * @since 0.1.0
 */
public record ProvisioningResult(String backEnd, Plan plan, List<Step> changes, int attempts, Duration took) {

	public ProvisioningResult {
		changes = List.copyOf(changes);
	}

	/**
	 * Return what was done about each resource, in all attempts together.
	 * @return one step for each declared resource, in the order in which they apply
	 */
	public List<Step> steps() {
		Map<ResourceId, Step> changed = this.changes.stream()
			.collect(Collectors.toMap(Step::id, Function.identity(), (earlier, later) -> later));
		return this.plan.steps().stream().map((step) -> changed.getOrDefault(step.id(), step)).toList();
	}

	/**
	 * Return this result with the changes and attempts of an earlier run added.
	 * @param earlier the result of the earlier run
	 * @return the result of both
	 */
	public ProvisioningResult after(ProvisioningResult earlier) {
		return new ProvisioningResult(this.backEnd, this.plan,
				Stream.concat(earlier.changes.stream(), this.changes.stream()).toList(),
				earlier.attempts + this.attempts, this.took);
	}

	/**
	 * Return what was done, for people to read.
	 * @return one line
	 */
	public String summary() {
		return "%s, verified in %d ms".formatted(new Plan(steps()).summary(), this.took.toMillis());
	}

}
