package dev.groundwork.provision;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import dev.groundwork.diagnosis.DiagnosedException;
import dev.groundwork.plan.Observation;
import dev.groundwork.plan.Step;
import dev.groundwork.resource.DesiredState;
import dev.groundwork.resource.ResourceId;

/**
 * Connection to one back end for the time of one attempt. Used by one thread.
 *
 * @since 0.1.0
 */
public interface ProvisioningSession extends AutoCloseable {

	/**
	 * Read what exists and compare it with what is declared. Changes nothing.
	 * @param desired what must exist
	 * @param mode the mode; {@link ProvisioningMode#VERIFY} uses nothing that needs the
	 * right to create, {@link ProvisioningMode#PLAN} compares as exactly as can be,
	 * {@link ProvisioningMode#APPLY} may leave to {@link #apply} what is expensive to
	 * read
	 * @return an observation for every declared resource
	 * @throws DiagnosedException if the back end cannot be read
	 */
	Map<ResourceId, Observation> inspect(DesiredState desired, ProvisioningMode mode);

	/**
	 * Apply the given steps in their order. Every step may be applied by any number of
	 * replicas at once: that somebody else was faster is not a failure.
	 * @param steps the steps
	 * @param progress told how far a step got that takes long, in one line
	 * @return an outcome for every step that was tried; a step is not tried after the
	 * failure of one that it needs
	 */
	List<Outcome> apply(List<Step> steps, Consumer<String> progress);

	@Override
	void close();

}
