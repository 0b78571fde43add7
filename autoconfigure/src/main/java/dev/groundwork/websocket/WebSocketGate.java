package dev.groundwork.websocket;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import dev.groundwork.diagnosis.DiagnosedException;
import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.diagnosis.FailureKind;
import dev.groundwork.diagnosis.PatientRetry;
import dev.groundwork.startup.StartupProgress;
import dev.groundwork.startup.StartupTask;
import org.jspecify.annotations.Nullable;

/**
 * {@link StartupTask} that is done when a {@link BoundServer} has answered a WebSocket
 * upgrade on its real port.
 *
 * @since 0.1.0
 */
public final class WebSocketGate implements StartupTask {

	private static final Duration ROUND = Duration.ofSeconds(1);

	private final BoundServer server;

	private final UpgradeProbe probe = new UpgradeProbe();

	private final PatientRetry retry;

	/**
	 * Create a new {@link WebSocketGate} instance.
	 * @param server the server to wait for
	 */
	public WebSocketGate(BoundServer server) {
		this(server, PatientRetry.standard());
	}

	WebSocketGate(BoundServer server, PatientRetry retry) {
		this.server = server;
		this.retry = retry;
	}

	@Override
	public String getName() {
		return "websocket-" + this.server.getName();
	}

	@Override
	public void run(StartupProgress progress) throws Exception {
		InetSocketAddress address = awaitBind(progress);
		this.retry.run(getName(), () -> this.probe.upgrade(address, this.server),
				(diagnosis) -> progress.waitingFor(diagnosis.summary()));
	}

	private InetSocketAddress awaitBind(StartupProgress progress) throws InterruptedException {
		CompletableFuture<InetSocketAddress> bound = this.server.getBoundAddress().toCompletableFuture();
		while (true) {
			try {
				return bound.get(ROUND.toMillis(), TimeUnit.MILLISECONDS);
			}
			catch (TimeoutException ex) {
				progress.waitingFor("bind of WebSocket server '%s'".formatted(this.server.getName()));
			}
			catch (ExecutionException ex) {
				throw new DiagnosedException(bindFailed(ex.getCause()), ex.getCause());
			}
			catch (CancellationException ex) {
				throw new DiagnosedException(bindFailed(ex), ex);
			}
		}
	}

	private Diagnosis bindFailed(@Nullable Throwable failure) {
		return new Diagnosis(FailureKind.PERMANENT, "WebSocket server '%s'".formatted(this.server.getName()),
				"could not be bound", String.valueOf(failure),
				"If the address is in use, end the process that holds the port ('ss -ltnp' shows it) "
						+ "or give the server another port.");
	}

}
