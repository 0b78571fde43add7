package dev.groundwork.local;

import java.util.concurrent.CompletableFuture;

import org.jspecify.annotations.Nullable;

/**
 * Runs a server as a process of this machine.
 */
final class ProcessHost implements ServerHost {

	private final String name;

	private final ServerFolder folder;

	private final ServerCommand command;

	private volatile @Nullable ServerProcess process;

	ProcessHost(String name, ServerFolder folder, ServerCommand command) {
		this.name = name;
		this.folder = folder;
		this.command = command;
	}

	@Override
	public void launch() {
		this.process = ServerProcess.launch(this.name, this.command, this.folder);
	}

	@Override
	public boolean isRunning() {
		ServerProcess process = this.process;
		return process != null && process.isRunning();
	}

	@Override
	public CompletableFuture<?> onEnd() {
		ServerProcess process = this.process;
		return (process != null) ? process.onEnd() : CompletableFuture.completedFuture(null);
	}

	@Override
	public void freeze() {
		launched().freeze();
	}

	@Override
	public void resume() {
		launched().resume();
	}

	@Override
	public void kill() {
		launched().kill();
	}

	@Override
	public void stop() {
		launched().stop();
	}

	@Override
	public String logTail() {
		return this.folder.logTail();
	}

	@Override
	public void delete() {
		this.folder.delete();
	}

	private ServerProcess launched() {
		ServerProcess process = this.process;
		if (process == null) {
			throw new IllegalStateException("'%s' was never launched".formatted(this.name));
		}
		return process;
	}

}
