package dev.groundwork.websocket;

import java.net.BindException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import dev.groundwork.diagnosis.DiagnosedException;
import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.diagnosis.FailureKind;
import dev.groundwork.diagnosis.PatientRetry;
import dev.groundwork.diagnosis.PortOwner;
import dev.groundwork.startup.StartupProgress;
import dev.groundwork.startup.StartupTask;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * {@link StartupTask} that is done when a {@link BoundServer} has answered a WebSocket
 * upgrade on its real port.
 *
 * @since 0.1.0
 */
public final class WebSocketGate implements StartupTask {

	private static final Log logger = LogFactory.getLog(WebSocketGate.class);

	private static final Duration ROUND = Duration.ofSeconds(1);

	private final BoundServer server;

	private final UpgradeProbe probe = new UpgradeProbe();

	private final PatientRetry retry;

	private final Map<String, String> environment;

	private final ServerWatch watch;

	/**
	 * Create a new {@link WebSocketGate} instance.
	 * @param server the server to wait for
	 */
	public WebSocketGate(BoundServer server) {
		this(server, PatientRetry.standard(), System.getenv());
	}

	WebSocketGate(BoundServer server, PatientRetry retry, Map<String, String> environment) {
		this.server = server;
		this.retry = retry;
		this.environment = environment;
		this.watch = new ServerWatch(server);
	}

	@Override
	public String getName() {
		return nameOf(this.server);
	}

	static String nameOf(BoundServer server) {
		return "websocket-" + server.getName();
	}

	/**
	 * Return what finds out whether the server still listens once the gate has opened.
	 * @return the watch
	 */
	public ServerWatch watch() {
		return this.watch;
	}

	@Override
	public void run(StartupProgress progress) throws Exception {
		InetSocketAddress address = awaitBind(progress);
		warnOfLoopback(address);
		this.retry.run(getName(), () -> this.probe.upgrade(address, this.server),
				(diagnosis) -> progress.waitingFor(diagnosis.summary()));
		this.watch.opened(address);
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
				Throwable cause = (ex.getCause() instanceof CompletionException wrapper) ? wrapper.getCause()
						: ex.getCause();
				throw new DiagnosedException(bindFailed(cause), cause);
			}
			catch (CancellationException ex) {
				throw new DiagnosedException(bindFailed(ex), ex);
			}
		}
	}

	private void warnOfLoopback(InetSocketAddress address) {
		Diagnosis unreachable = LoopbackInPod.of(this.server.getName(), address, this.environment);
		if (unreachable != null) {
			logger.warn("%s: %s. %s".formatted(unreachable.summary(), unreachable.evidence(), unreachable.remedy()));
		}
	}

	private Diagnosis bindFailed(@Nullable Throwable failure) {
		int port = this.server.getPort();
		boolean taken = isBindException(failure);
		String owner = (taken && port > 0) ? "; " + PortOwner.find(port).describe() : "";
		return new Diagnosis(FailureKind.PERMANENT, "WebSocket server '%s'".formatted(this.server.getName()),
				"could not be bound", failure + owner,
				"If the address is in use, end the process that holds the port ('ss -ltnp' shows it) "
						+ "or give the server another port.");
	}

	private static boolean isBindException(@Nullable Throwable failure) {
		Throwable each = failure;
		for (int depth = 0; each != null && depth < 5; depth++) {
			if (each instanceof BindException) {
				return true;
			}
			each = each.getCause();
		}
		return false;
	}

}
