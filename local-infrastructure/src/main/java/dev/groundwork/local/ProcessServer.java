package dev.groundwork.local;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * A server that runs as a process of this machine.
 */
abstract class ProcessServer implements LocalServer {

	static final Duration START_LIMIT = Duration.ofSeconds(90);

	private final String name;

	private final int port;

	private final ServerFolder folder;

	private volatile @Nullable ServerProcess process;

	private volatile boolean closed;

	ProcessServer(String kind, int port) {
		this.name = kind + "-" + port;
		this.port = port;
		this.folder = ServerFolder.create(this.name);
		OpenServers.add(this);
	}

	/**
	 * Return how to start the server; called before each start.
	 * @return the command
	 */
	abstract ServerCommand command();

	/**
	 * Return whether the server accepts work now.
	 * @return {@code false} also if it does not answer within a few seconds
	 */
	abstract boolean accepts();

	final ServerFolder folder() {
		return this.folder;
	}

	@Override
	public final String getName() {
		return this.name;
	}

	@Override
	public final int getPort() {
		return this.port;
	}

	@Override
	public final synchronized void launch() {
		if (this.closed) {
			throw new LocalServerException("'%s' is closed: create another".formatted(this.name));
		}
		if (!isRunning()) {
			this.process = ServerProcess.launch(this.name, command(), this.folder.log());
		}
	}

	@Override
	public final void awaitAccepting() {
		new Acceptance(this.name, this::accepts, this.folder::logTail, START_LIMIT).await(running().onEnd());
	}

	@Override
	public final void freeze() {
		running().freeze();
	}

	@Override
	public final void resume() {
		running().resume();
	}

	@Override
	public final void kill() {
		ServerProcess process = this.process;
		if (process != null) {
			process.kill();
		}
	}

	@Override
	public final void stop() {
		ServerProcess process = this.process;
		if (process != null) {
			process.stop();
		}
	}

	@Override
	public final boolean isRunning() {
		ServerProcess process = this.process;
		return process != null && process.isRunning();
	}

	@Override
	public final synchronized void close() {
		if (!this.closed) {
			this.closed = true;
			kill();
			this.folder.delete();
			OpenServers.remove(this);
		}
	}

	private ServerProcess running() {
		ServerProcess process = this.process;
		if (process == null || !process.isRunning()) {
			throw new LocalServerException("'%s' does not run: start it first".formatted(this.name));
		}
		return process;
	}

}
