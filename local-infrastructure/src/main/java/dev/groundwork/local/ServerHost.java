package dev.groundwork.local;

import java.util.concurrent.CompletableFuture;

/**
 * Where a server runs and keeps its data: what {@link LocalServer} promises, without the
 * server's own protocol. {@link #freeze()}, {@link #resume()}, {@link #kill()} and
 * {@link #stop()} are called only while the server runs.
 */
interface ServerHost {

	void launch();

	boolean isRunning();

	/**
	 * Return what completes when the run that was launched last ends.
	 * @return the end of the server, or completed if it never ran
	 */
	CompletableFuture<?> onEnd();

	void freeze();

	void resume();

	void kill();

	void stop();

	/**
	 * Return the last lines of the server's log.
	 * @return a few lines, to be shown to a user
	 */
	String logTail();

	/**
	 * Delete the data of a server that does not run.
	 */
	void delete();

}
