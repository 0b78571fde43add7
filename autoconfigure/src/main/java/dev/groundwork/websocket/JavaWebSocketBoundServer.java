package dev.groundwork.websocket;

import java.net.BindException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import dev.groundwork.diagnosis.PortOwner;
import org.java_websocket.server.DefaultSSLWebSocketServerFactory;
import org.java_websocket.server.WebSocketServer;
import org.jspecify.annotations.Nullable;

import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * {@link BoundServer} for a server made with Java-WebSocket, whose own class need not
 * know of it. Such a server binds on a thread of its own after {@code start()} has
 * returned, and tells only its subclass: so it is asked for upgrades until one of them is
 * seen among its connections. That an answer comes is not enough, since another process
 * may hold the port.
 *
 * @since 0.1.0
 */
public final class JavaWebSocketBoundServer implements BoundServer, AutoCloseable {

	private static final Duration INTERVAL = Duration.ofMillis(100);

	private static final int ROUNDS_UNTIL_SEEN = 10;

	private final String name;

	private final @Nullable String path;

	private final WebSocketServer server;

	private final UpgradeProbe probe = new UpgradeProbe();

	private final CompletableFuture<InetSocketAddress> bound = new CompletableFuture<>();

	private final ScheduledExecutorService executor;

	private @Nullable Unseen unseen;

	private JavaWebSocketBoundServer(String name, @Nullable String path, WebSocketServer server) {
		this.name = name;
		this.path = path;
		this.server = server;
		CustomizableThreadFactory threads = new CustomizableThreadFactory("groundwork-bind-");
		threads.setDaemon(true);
		this.executor = Executors.newSingleThreadScheduledExecutor(threads);
	}

	/**
	 * Create a server from a server made with Java-WebSocket, which is started by the
	 * application.
	 * @param name the name of the server
	 * @param path the path on which it answers a WebSocket upgrade, or {@code null} if it
	 * is not known
	 * @param server the server; need not be started yet
	 * @return the server; as a bean it is closed with the application
	 */
	public static JavaWebSocketBoundServer of(String name, @Nullable String path, WebSocketServer server) {
		return new JavaWebSocketBoundServer(name, path, server);
	}

	/**
	 * Return the server that is waited for.
	 * @return the server made with Java-WebSocket
	 */
	public WebSocketServer getServer() {
		return this.server;
	}

	@Override
	public String getName() {
		return this.name;
	}

	@Override
	public @Nullable String getPath() {
		return this.path;
	}

	@Override
	public int getPort() {
		return this.server.getAddress().getPort();
	}

	@Override
	public boolean isSecure() {
		return this.server.getWebSocketFactory() instanceof DefaultSSLWebSocketServerFactory;
	}

	@Override
	public CompletionStage<InetSocketAddress> getBoundAddress() {
		this.executor.scheduleWithFixedDelay(this::ask, 0, INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
		return this.bound;
	}

	/**
	 * Wait for the server no longer.
	 */
	@Override
	public void close() {
		this.executor.shutdownNow();
	}

	private void ask() {
		int port = this.server.getPort();
		if (port > 0) {
			askAt(new InetSocketAddress(this.server.getAddress().getAddress(), port));
		}
	}

	private void askAt(InetSocketAddress address) {
		if (this.unseen != null) {
			lookAgain(this.unseen, address);
			return;
		}
		String mark = "groundwork=" + UUID.randomUUID();
		URI uri = UpgradeProbe.uri(address, isSecure(), ((this.path != null) ? this.path : "/") + "?" + mark);
		try {
			lookAgain(new Unseen(mark, this.probe.open(uri), ROUNDS_UNTIL_SEEN), address);
		}
		catch (CompletionException ex) {
			if (!(ex.getCause() instanceof ConnectException)) {
				notUpgraded(address, UpgradeProbe.status(ex.getCause()) > 0);
			}
		}
	}

	/**
	 * Look for our connection among those of the server, which come there a moment after
	 * the answer.
	 * @param connection our connection
	 * @param address the address
	 */
	private void lookAgain(Unseen connection, InetSocketAddress address) {
		this.unseen = connection.next();
		if (isSeen(connection.mark())) {
			end(connection);
			complete(address);
		}
		else if (connection.rounds() == 0) {
			end(connection);
			fail(address.getPort());
		}
	}

	private boolean isSeen(String mark) {
		return this.server.getConnections()
			.stream()
			.anyMatch((connection) -> String.valueOf(connection.getResourceDescriptor()).endsWith(mark));
	}

	private static void end(Unseen connection) {
		connection.webSocket().sendClose(WebSocket.NORMAL_CLOSURE, "groundwork").orTimeout(1, TimeUnit.SECONDS);
	}

	/**
	 * A server that refuses the upgrade shows no connection, so that only the system can
	 * say whose it is.
	 * @param address the address
	 * @param answered whether there was an answer
	 */
	private void notUpgraded(InetSocketAddress address, boolean answered) {
		if (PortOwner.find(address.getPort()).isAnotherProcess()) {
			fail(address.getPort());
		}
		else if (answered) {
			complete(address);
		}
	}

	private void complete(InetSocketAddress address) {
		this.bound.complete(address);
		this.executor.shutdown();
	}

	private void fail(int port) {
		this.bound.completeExceptionally(new BindException(
				"Address already in use: port %d answers, and it is not this server".formatted(port)));
		this.executor.shutdown();
	}

	/**
	 * A connection that the server has not shown yet.
	 */
	private record Unseen(String mark, WebSocket webSocket, int rounds) {

		Unseen next() {
			return new Unseen(this.mark, this.webSocket, this.rounds - 1);
		}

	}

}
