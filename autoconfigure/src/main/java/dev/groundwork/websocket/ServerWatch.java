package dev.groundwork.websocket;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;

import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.diagnosis.FailureKind;
import org.jspecify.annotations.Nullable;

/**
 * Whether a {@link BoundServer} whose gate has opened still listens. Opens a connection
 * and closes it, and never asks for an upgrade: the application sees no session.
 * Thread-safe.
 *
 * @since 0.1.0
 */
public final class ServerWatch {

	private static final Duration TIMEOUT = Duration.ofSeconds(2);

	private final BoundServer server;

	private volatile @Nullable InetSocketAddress address;

	private volatile @Nullable Diagnosis ended;

	private volatile Runnable onEnd = () -> {
	};

	ServerWatch(BoundServer server) {
		this.server = server;
	}

	/**
	 * Return the name under which the server is shown.
	 * @return the name of the gate of the server
	 */
	public String getName() {
		return WebSocketGate.nameOf(this.server);
	}

	/**
	 * Check whether the server still listens. Takes at most two seconds.
	 * @return what is wrong; empty if nothing is, or the gate has not opened yet
	 */
	public List<Diagnosis> check() {
		Diagnosis end = this.ended;
		if (end != null) {
			return List.of(end);
		}
		InetSocketAddress bound = this.address;
		if (bound == null) {
			return List.of();
		}
		InetSocketAddress reachable = UpgradeProbe.reachable(bound);
		try (Socket socket = new Socket()) {
			socket.connect(reachable, (int) TIMEOUT.toMillis());
			return List.of();
		}
		catch (IOException ex) {
			return List.of(lost("no longer listens on port " + bound.getPort(), String.valueOf(ex.getMessage())));
		}
	}

	/**
	 * Call the given action as soon as the server tells that it has ended.
	 * @param action what to do; called on a thread of the server
	 */
	public void onEnd(Runnable action) {
		this.onEnd = action;
	}

	void opened(InetSocketAddress boundAddress) {
		this.address = boundAddress;
		this.server.getTermination().whenComplete((result, failure) -> ended(failure));
	}

	private void ended(@Nullable Throwable failure) {
		Throwable cause = (failure instanceof CompletionException) ? failure.getCause() : failure;
		this.ended = lost("has ended", (cause != null) ? String.valueOf(cause) : "the server has told so");
		this.onEnd.run();
	}

	private Diagnosis lost(String cause, String evidence) {
		return new Diagnosis(FailureKind.TRANSIENT, "WebSocket server '%s'".formatted(this.server.getName()), cause,
				evidence, "Find out in the log of the application why the server has ended; restart the application.");
	}

}
