package dev.groundwork.autoconfigure;

/**
 * What a {@link JobRun} does.
 */
@FunctionalInterface
interface Job {

	/**
	 * Do it.
	 * @param output where the document goes
	 * @return the exit code of the process
	 * @throws InterruptedException if the thread was interrupted
	 */
	int run(StandardOutput output) throws InterruptedException;

}
