package dev.groundwork.readiness;

import java.util.List;

import dev.groundwork.diagnosis.Diagnosis;

/**
 * What a {@link DependencyCheck} tells between two checks. Thread-safe; never waits.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface DependencyEvents {

	/**
	 * Tell that something has happened. What is wrong counts at once, whatever the
	 * thresholds; then a check follows without waiting for its time.
	 * @param found what is wrong; empty if only a check can tell
	 */
	void report(List<Diagnosis> found);

}
