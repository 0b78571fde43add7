package dev.groundwork.provision;

import java.util.List;

import dev.groundwork.diagnosis.DiagnosedException;
import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.plan.LintRule;
import dev.groundwork.plan.Step;
import dev.groundwork.resource.DesiredState;

/**
 * Strategy that knows one back end. Define a bean of this type to have the resources of
 * another back end provisioned.
 *
 * @since 0.1.0
 */
public interface Provisioner {

	/**
	 * Return the name of the back end, under which its gate appears.
	 * @return a name that is unique among the provisioners of the application
	 */
	String getName();

	/**
	 * Resolve what must exist. Called on the thread that starts the application, before
	 * anything connects; does no input or output.
	 * @return what must exist
	 */
	DesiredState resolveDesiredState();

	/**
	 * Connect to the back end, on a connection of its own with finite time-outs. Called
	 * on a worker thread.
	 * @return the connection
	 * @throws DiagnosedException if the back end cannot be reached or refuses
	 */
	ProvisioningSession open();

	/**
	 * Return the rules that hold for what is declared on this back end.
	 * @return the rules, none by default
	 */
	default List<LintRule> getLintRules() {
		return List.of();
	}

	/**
	 * Return the formats in which the desired state can be handed to other tools.
	 * @return the formats, none by default
	 */
	default List<DesiredStateExport> getExports() {
		return List.of();
	}

	/**
	 * Return whether a drift is reported but does not end the start.
	 * @return whether drift is tolerated, {@code false} by default
	 */
	default boolean isDriftTolerated() {
		return false;
	}

	/**
	 * Explain a drift that cannot be applied.
	 * @param drift the step that describes the drift
	 * @return what was expected and found, and the safe way out
	 */
	Diagnosis explain(Step drift);

}
