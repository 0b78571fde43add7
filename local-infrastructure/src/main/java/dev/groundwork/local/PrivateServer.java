package dev.groundwork.local;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * A server on its host, and how it is seen to accept work.
 */
class PrivateServer implements LocalServer {

	private static final Duration START_LIMIT = Duration.ofSeconds(90);

	private final String name;

	private final int port;

	private final ServerHost host;

	private final Acceptance acceptance;

	private volatile boolean closed;

	PrivateServer(String name, int port, ServerHost host, BooleanSupplier accepted) {
		this.name = name;
		this.port = port;
		this.host = host;
		this.acceptance = new Acceptance(name, accepted, host::logTail, START_LIMIT);
		OpenServers.add(this);
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
			this.host.launch();
		}
	}

	@Override
	public final void awaitAccepting() {
		requireRunning();
		this.acceptance.await(this.host.onEnd());
	}

	@Override
	public final void freeze() {
		requireRunning();
		this.host.freeze();
	}

	@Override
	public final void resume() {
		requireRunning();
		this.host.resume();
	}

	@Override
	public final void kill() {
		if (isRunning()) {
			this.host.kill();
		}
	}

	@Override
	public final void stop() {
		if (isRunning()) {
			this.host.stop();
		}
	}

	@Override
	public final boolean isRunning() {
		return this.host.isRunning();
	}

	@Override
	public final synchronized void close() {
		if (!this.closed) {
			this.closed = true;
			kill();
			this.host.delete();
			OpenServers.remove(this);
		}
	}

	private void requireRunning() {
		if (!isRunning()) {
			throw new LocalServerException(
					"'%s' does not run; the last lines of its log:%n%s".formatted(this.name, this.host.logTail()));
		}
	}

	@Override
	public final String toString() {
		return this.name;
	}

}
