package dev.groundwork.probe;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import com.sun.net.httpserver.HttpServer;
import dev.groundwork.diagnosis.DiagnosedException;
import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.diagnosis.FailureKind;

import org.springframework.boot.SpringApplication;

/**
 * The early probe server of this JVM at one address: answers {@code /livez},
 * {@code /readyz} and {@code /startupz} on threads of its own, from a snapshot. With a
 * fixed port it runs until the JVM ends, when every application context is closed, and
 * the next application in the JVM takes it over. It does not keep the JVM from ending.
 *
 * @since 0.1.0
 */
public final class ProbeServer {

	private static final Map<InetSocketAddress, ProbeServer> SERVERS = new ConcurrentHashMap<>();

	private static final String NO_DELAY = "sun.net.httpserver.nodelay";

	private static final long REQUEST_LIMIT_MILLIS = 2000;

	private static final int BACKLOG = 50;

	private final HttpServer server;

	private final BoundedExecutor executor = new BoundedExecutor(REQUEST_LIMIT_MILLIS);

	private final boolean anyPort;

	private volatile Supplier<ProbeStatus> status;

	private ProbeServer(InetSocketAddress address, Supplier<ProbeStatus> status) {
		this.anyPort = address.getPort() == 0;
		this.status = status;
		this.server = bind(address);
		this.server.setExecutor(this.executor);
		this.server.createContext("/", new ProbeHandler(() -> this.status.get()));
		// The thread that listens is a daemon if the one that starts it is: what answers
		// must not keep a JVM alive whose application has failed to start
		CompletableFuture.runAsync(this.server::start, this.executor).join();
	}

	/**
	 * Start to answer, or take over the server that answers at the address already.
	 * @param address where to listen; port 0 for one that is free
	 * @param status what to tell; its answer takes no time
	 * @return the server
	 * @throws DiagnosedException if something else listens there
	 */
	public static ProbeServer start(InetSocketAddress address, StartStatus status) {
		if (address.getPort() == 0) {
			return new ProbeServer(address, status);
		}
		ProbeServer server = SERVERS.computeIfAbsent(address, (key) -> lasting(key, status));
		server.status = status;
		return server;
	}

	// a thread that waits in the system holds up the end of a JVM for 0.3 s
	private static ProbeServer lasting(InetSocketAddress address, Supplier<ProbeStatus> status) {
		ProbeServer server = new ProbeServer(address, status);
		SpringApplication.getShutdownHandlers().add(server::stop);
		return server;
	}

	private static HttpServer bind(InetSocketAddress address) {
		// Else the answer is sent in two parts, and the second waits for the client
		if (System.getProperty(NO_DELAY) == null) {
			System.setProperty(NO_DELAY, "true");
		}
		try {
			return HttpServer.create(address, BACKLOG);
		}
		catch (IOException ex) {
			throw new DiagnosedException(new Diagnosis(FailureKind.PERMANENT,
					"Early probe server on port %d (groundwork.probe.port)".formatted(address.getPort()),
					"cannot listen on %s:%d".formatted(address.getHostString(), address.getPort()),
					String.valueOf(ex.getMessage()),
					"End what listens on port %d, or set 'groundwork.probe.port' to another port, or 'groundwork.probe.address' to an address of this host."
						.formatted(address.getPort())),
					ex);
		}
	}

	/**
	 * Return the port on which it listens.
	 * @return the port
	 */
	public int getPort() {
		return this.server.getAddress().getPort();
	}

	/**
	 * Note that the application has ended: a server on a port that nobody has chosen ends
	 * with it, any other goes on to tell what became of it.
	 */
	public void applicationEnded() {
		if (this.anyPort) {
			stop();
		}
	}

	private void stop() {
		this.server.stop(0);
		this.executor.shutdown();
	}

}
