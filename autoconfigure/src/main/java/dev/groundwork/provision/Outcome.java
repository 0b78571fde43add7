package dev.groundwork.provision;

import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.plan.Step;

/**
 * What came of applying a {@link Step}.
 *
 * @since 0.1.0
 */
public sealed interface Outcome {

	/**
	 * Return the step.
	 * @return the step that was applied
	 */
	Step step();

	/**
	 * The server accepted the step.
	 *
	 * @param step the step
	 */
	record Done(Step step) implements Outcome {
	}

	/**
	 * Somebody else was faster: the resource was there when the step was applied. What is
	 * there is compared when it is read back.
	 *
	 * @param step the step
	 */
	record Overtaken(Step step) implements Outcome {
	}

	/**
	 * The server did not accept the step.
	 *
	 * @param step the step
	 * @param diagnosis why not
	 */
	record Failed(Step step, Diagnosis diagnosis) implements Outcome {
	}

}
