package dev.groundwork.local;

/**
 * A private server on this machine that can be started and hurt.
 * <p>
 * It listens on {@code 127.0.0.1} only. Its data belongs to this object: it survives
 * {@link #kill()}, {@link #stop()} and the next {@link #start()}, and is deleted by
 * {@link #close()}. When the JVM ends, in whatever way, the server ends with it. Methods
 * may be called by any thread, so that one can {@link #freeze()} or {@link #kill()} what
 * another is waiting for.
 *
 * @since 0.1.0
 */
public interface LocalServer extends AutoCloseable {

	/**
	 * Return the name of this server, unique in this JVM, as error messages have it.
	 * @return the name
	 */
	String getName();

	/**
	 * Return the port that clients connect to. It is chosen when this object is created
	 * and stays the same over every restart.
	 * @return the port on {@code 127.0.0.1}
	 */
	int getPort();

	/**
	 * Start this server and wait until it accepts work. Has no effect on a server that
	 * runs and accepts.
	 * @throws LocalServerException if the server ends, or does not accept work within 90
	 * seconds
	 */
	default void start() {
		launch();
		awaitAccepting();
	}

	/**
	 * Start this server without waiting for it to accept work. Has no effect on a server
	 * that runs.
	 * @throws LocalServerException if the server cannot be started
	 */
	void launch();

	/**
	 * Wait until this server accepts work: a RabbitMQ that lets its user log in, an
	 * Elasticsearch whose cluster health is yellow or better, a PostgreSQL that has
	 * recovered.
	 * @throws LocalServerException if the server does not run, ends, or does not accept
	 * work within 90 seconds; the message ends with the last lines of its log
	 */
	void awaitAccepting();

	/**
	 * Freeze this server, as SIGSTOP does: connections stay open and nothing answers.
	 * @throws LocalServerException if the server does not run
	 */
	void freeze();

	/**
	 * Let a frozen server go on, as SIGCONT does.
	 * @throws LocalServerException if the server does not run
	 */
	void resume();

	/**
	 * Kill this server, as SIGKILL does, and wait for its end. The data stays. Has no
	 * effect on a server that does not run.
	 * @throws LocalServerException if the server has not ended within 30 seconds
	 */
	void kill();

	/**
	 * Stop this server in an orderly way, and wait for its end. The data stays. A frozen
	 * server is resumed first. Has no effect on a server that does not run.
	 * @throws LocalServerException if the server has not ended within 30 seconds
	 */
	void stop();

	/**
	 * Return whether this server has been started and has not ended. A frozen server
	 * runs.
	 * @return whether this server runs
	 */
	boolean isRunning();

	/**
	 * Kill what is left of this server and delete its data. A closed server cannot be
	 * started again.
	 */
	@Override
	void close();

}
