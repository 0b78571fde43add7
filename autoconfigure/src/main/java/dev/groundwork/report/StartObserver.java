package dev.groundwork.report;

import dev.groundwork.provision.ProvisioningResult;
import dev.groundwork.startup.StartupTask;

/**
 * Observes the start from around its tasks and the runs of provisioning, which know
 * nothing of it. Must neither wait nor throw.
 *
 * @since 0.1.0
 */
public interface StartObserver {

	/**
	 * Return a task that is observed.
	 * @param task the task
	 * @return a task of the same name, order and deadline that does the same
	 */
	StartupTask around(StartupTask task);

	/**
	 * Return a run that is observed.
	 * @param backEnd the name of the back end
	 * @param run the run
	 * @return a run that does the same
	 */
	ProvisioningRun around(String backEnd, ProvisioningRun run);

	/**
	 * One run of provisioning, with all its attempts.
	 */
	@FunctionalInterface
	interface ProvisioningRun {

		/**
		 * Provision.
		 * @return what was done
		 * @throws InterruptedException if the thread was interrupted
		 */
		ProvisioningResult run() throws InterruptedException;

	}

}
