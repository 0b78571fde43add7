package dev.groundwork.provision;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.groundwork.diagnosis.DiagnosedException;
import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.plan.Change;
import dev.groundwork.plan.Plan;
import dev.groundwork.resource.DesiredState;
import dev.groundwork.resource.ResourceId;

/**
 * Finds out what would be done on one back end, without doing it and without trying
 * again.
 *
 * @since 0.1.0
 */
public final class Planning {

	private final Provisioner provisioner;

	/**
	 * Create a new {@link Planning} instance.
	 * @param provisioner the back end
	 */
	public Planning(Provisioner provisioner) {
		this.provisioner = provisioner;
	}

	/**
	 * Inspect the back end once.
	 * @param desired what must exist
	 * @return the plan, or why there is none
	 */
	public PlannedBackEnd run(DesiredState desired) {
		String name = this.provisioner.getName();
		if (desired.isEmpty()) {
			return new PlannedBackEnd(name, new Plan(List.of()), Map.of(), List.of());
		}
		try (ProvisioningSession session = this.provisioner.open()) {
			Plan plan = Plan.between(desired, session.inspect(desired, ProvisioningMode.PLAN));
			return new PlannedBackEnd(name, plan, explanations(plan), List.of());
		}
		catch (DiagnosedException ex) {
			return new PlannedBackEnd(name, null, Map.of(), ex.getDiagnoses());
		}
	}

	private Map<ResourceId, Diagnosis> explanations(Plan plan) {
		Map<ResourceId, Diagnosis> explanations = new LinkedHashMap<>();
		plan.steps(Change.DRIFT).forEach((step) -> explanations.put(step.id(), this.provisioner.explain(step)));
		return explanations;
	}

}
