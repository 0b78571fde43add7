package dev.groundwork.local;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.WaitResponse;
import org.testcontainers.containers.Container.ExecResult;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;
import org.testcontainers.utility.DockerImageName;

/**
 * Runs a server in a container. The container is created by the first launch; later ones
 * start the same container again, so that it keeps its data and its port.
 */
final class ContainerHost implements ServerHost {

	private static final int STOP_SECONDS = 25;

	private final String name;

	private final GenericContainer<?> container;

	private volatile CompletableFuture<Void> end = CompletableFuture.completedFuture(null);

	ContainerHost(String name, ServerImage image, Map<Integer, Integer> ports, Map<String, String> environment) {
		this.name = name;
		this.container = new GenericContainer<>(DockerImageName.parse(image.image())).withEnv(environment)
			.withExposedPorts(ports.values().toArray(Integer[]::new))
			.waitingFor(new NoWait());
		this.container.setPortBindings(ports.entrySet()
			.stream()
			.map((entry) -> "127.0.0.1:%d:%d".formatted(entry.getKey(), entry.getValue()))
			.toList());
	}

	@Override
	public void launch() {
		try {
			if (isCreated()) {
				docker().startContainerCmd(id()).exec();
			}
			else {
				this.container.start();
			}
		}
		catch (RuntimeException ex) {
			throw new LocalServerException("Container '%s' cannot be started: %s".formatted(this.name, ex.getMessage()),
					ex);
		}
		this.end = docker().waitContainerCmd(id()).exec(new End()).future;
	}

	@Override
	public boolean isRunning() {
		return isCreated() && Boolean.TRUE.equals(state().getRunning());
	}

	@Override
	public CompletableFuture<?> onEnd() {
		return this.end;
	}

	@Override
	public void freeze() {
		if (!isPaused()) {
			docker().pauseContainerCmd(id()).exec();
		}
	}

	@Override
	public void resume() {
		if (isPaused()) {
			docker().unpauseContainerCmd(id()).exec();
		}
	}

	@Override
	public void kill() {
		resume(); // an engine refuses to kill what it has paused
		try {
			docker().killContainerCmd(id()).exec();
		}
		catch (DockerException ex) {
			if (isRunning()) {
				throw new LocalServerException("Container '%s' cannot be killed".formatted(this.name), ex);
			}
		}
		awaitEnd();
	}

	@Override
	public void stop() {
		resume();
		docker().stopContainerCmd(id()).withTimeout(STOP_SECONDS).exec();
		awaitEnd();
	}

	private void awaitEnd() {
		Waiting.await(this.end, "'%s' to end".formatted(this.name));
	}

	@Override
	public String logTail() {
		return isCreated() ? ServerFolder.tail(this.container.getLogs().lines().toList()) : "(nothing)";
	}

	@Override
	public void delete() {
		this.container.stop();
	}

	String execute(List<String> line) {
		try {
			ExecResult result = this.container.execInContainer(line.toArray(String[]::new));
			if (result.getExitCode() != 0) {
				throw new LocalServerException("A command on '%s' failed with exit code %d: %s".formatted(this.name,
						result.getExitCode(), result.getStderr().strip()));
			}
			return result.getStdout();
		}
		catch (IOException | DockerException ex) {
			throw new LocalServerException("'%s' cannot be controlled: %s".formatted(this.name, ex.getMessage()), ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new LocalServerException("Interrupted while '%s' was controlled".formatted(this.name), ex);
		}
	}

	private boolean isCreated() {
		return this.container.getContainerId() != null;
	}

	private boolean isPaused() {
		return Boolean.TRUE.equals(state().getPaused());
	}

	private ContainerState state() {
		return docker().inspectContainerCmd(id()).exec().getState();
	}

	private String id() {
		return this.container.getContainerId();
	}

	private DockerClient docker() {
		return this.container.getDockerClient();
	}

	/**
	 * Leaves the waiting to {@link PrivateServer}, which can also wait after a restart.
	 */
	private static final class NoWait extends AbstractWaitStrategy {

		@Override
		protected void waitUntilReady() {
		}

	}

	private static final class End extends ResultCallback.Adapter<WaitResponse> {

		private final CompletableFuture<Void> future = new CompletableFuture<>();

		@Override
		public void onComplete() {
			super.onComplete();
			this.future.complete(null);
		}

		@Override
		public void onError(Throwable ex) {
			super.onError(ex);
			this.future.completeExceptionally(ex);
		}

	}

}
