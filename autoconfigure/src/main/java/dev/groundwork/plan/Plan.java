package dev.groundwork.plan;

import java.util.List;
import java.util.Map;

import dev.groundwork.plan.Observation.Absent;
import dev.groundwork.plan.Observation.Outdated;
import dev.groundwork.plan.Observation.Present;
import dev.groundwork.plan.Observation.Unreadable;
import dev.groundwork.resource.Declaration;
import dev.groundwork.resource.DesiredState;
import dev.groundwork.resource.Difference;
import dev.groundwork.resource.ResourceId;
import org.jspecify.annotations.Nullable;

/**
 * What has to be done so that what exists is what is declared.
 *
 * @param steps one step for each declared resource, in the order in which they apply
 * @since 0.1.0
 */
public record Plan(List<Step> steps) {

	public Plan {
		steps = List.copyOf(steps);
	}

	/**
	 * Compare what must exist with what was found.
	 * @param desired what must exist
	 * @param observations what was found, for every declared resource
	 * @return the plan
	 */
	public static Plan between(DesiredState desired, Map<ResourceId, Observation> observations) {
		return new Plan(desired.declarations()
			.stream()
			.map((declaration) -> step(declaration, observations.get(declaration.id())))
			.toList());
	}

	private static Step step(Declaration declaration, @Nullable Observation observation) {
		if (observation instanceof Absent) {
			return new Step(declaration, declaration.external() ? Change.AWAIT : Change.CREATE, List.of());
		}
		if (observation instanceof Present present) {
			return new Step(declaration, change(declaration, present.differences()), present.differences(),
					present.notes());
		}
		if (observation instanceof Outdated outdated) {
			return new Step(declaration, Change.MIGRATE, outdated.differences(), outdated.notes());
		}
		if (observation instanceof Unreadable unreadable) {
			return new Step(declaration, declaration.external() ? Change.AWAIT : Change.ASSERT, List.of(),
					unreadable.notes());
		}
		throw new IllegalArgumentException("No observation of " + declaration.id());
	}

	private static Change change(Declaration declaration, List<Difference> differences) {
		if (differences.isEmpty()) {
			return Change.NONE;
		}
		boolean applicable = !declaration.external() && differences.stream().allMatch(Difference::applicable);
		return applicable ? Change.UPDATE : Change.DRIFT;
	}

	/**
	 * Return the steps with one of the given changes.
	 * @param changes the changes
	 * @return the steps in the order in which they apply
	 */
	public List<Step> steps(Change... changes) {
		return this.steps.stream().filter((step) -> List.of(changes).contains(step.change())).toList();
	}

	/**
	 * Return whether everything that can be read is as declared.
	 * @return whether nothing has to be created, updated or awaited and nothing drifted
	 */
	public boolean isSatisfied() {
		return steps(Change.CREATE, Change.UPDATE, Change.MIGRATE, Change.AWAIT, Change.DRIFT).isEmpty();
	}

	/**
	 * Return how many steps there are of each change, for people to read.
	 * @return one line
	 */
	public String summary() {
		String summary = "%d to create, %d to update, %d unchanged".formatted(steps(Change.CREATE).size(),
				steps(Change.UPDATE).size(), steps(Change.NONE).size());
		return summary + count(Change.MIGRATE, "to migrate") + count(Change.ASSERT, "asserted")
				+ count(Change.AWAIT, "awaited") + count(Change.DRIFT, "drifted");
	}

	private String count(Change change, String what) {
		int count = steps(change).size();
		return (count > 0) ? ", %d %s".formatted(count, what) : "";
	}

}
