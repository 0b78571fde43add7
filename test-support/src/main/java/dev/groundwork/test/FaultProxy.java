package dev.groundwork.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * TCP proxy on this machine that stands before a server and fails when it is told to. It
 * listens on a free port of the loopback address, which it keeps for as long as it lives.
 * <pre class="code">
 * &#064;AutoClose
 * static final FaultProxy rabbitMq = FaultProxy.to("localhost", 5672);
 *
 * &#064;DynamicPropertySource
 * static void properties(DynamicPropertyRegistry registry) {
 *     registry.add("spring.rabbitmq.host", rabbitMq::getHost);
 *     registry.add("spring.rabbitmq.port", rabbitMq::getPort);
 * }
 * </pre>
 * <p>
 * What is in force applies to connections that are open and to those that follow. What
 * was held back is delivered in order. Thread-safe.
 *
 * @since 0.1.0
 */
public final class FaultProxy implements AutoCloseable {

	private final InetSocketAddress target;

	private final FaultGate gate = new FaultGate();

	private final Set<ProxiedConnection> connections = ConcurrentHashMap.newKeySet();

	/**
	 * Bound and not listening: it is what refuses connections, and keeps the port from
	 * being given to others.
	 */
	private final Socket reservation = new Socket();

	private final InetSocketAddress address;

	private ProxyListener listener;

	private boolean closed;

	private FaultProxy(InetSocketAddress target) {
		this.target = target;
		try {
			this.reservation.setReuseAddress(true);
			this.reservation.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
			this.address = (InetSocketAddress) this.reservation.getLocalSocketAddress();
			this.listener = listen();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Create a proxy that lets everything pass.
	 * @param host the host of the server
	 * @param port the port of the server, on which nothing needs to listen yet
	 * @return the proxy, to be closed by the caller
	 */
	public static FaultProxy to(String host, int port) {
		return new FaultProxy(InetSocketAddress.createUnresolved(host, port));
	}

	/**
	 * Create a proxy that lets everything pass.
	 * @param server the address of the server, with a port
	 * @return the proxy, to be closed by the caller
	 */
	public static FaultProxy to(URI server) {
		if (server.getPort() < 0) {
			throw new IllegalArgumentException("There is no port in '%s'".formatted(server));
		}
		return to(server.getHost(), server.getPort());
	}

	/**
	 * Return the host that clients connect to.
	 * @return the loopback address
	 */
	public String getHost() {
		return this.address.getAddress().getHostAddress();
	}

	/**
	 * Return the port that clients connect to. It never changes.
	 * @return the port
	 */
	public int getPort() {
		return this.address.getPort();
	}

	/**
	 * Return where HTTP clients connect to.
	 * @return the address, without a path
	 */
	public URI getHttpUri() {
		return URI.create("http://%s:%d".formatted(getHost(), getPort()));
	}

	/**
	 * Return how many connections are open.
	 * @return the number of connections
	 */
	public int getOpenConnections() {
		return this.connections.size();
	}

	/**
	 * Be a server that is not there yet, or not any more: reset every connection, and
	 * refuse others until {@link #restore()}.
	 */
	public synchronized void refuse() {
		requireOpen();
		this.listener.close();
		cut();
	}

	/**
	 * Reset every connection that is open, once. Others are not affected.
	 */
	public void cut() {
		this.connections.forEach(ProxiedConnection::reset);
	}

	/**
	 * Be a server that is far away: deliver every byte later, to the server and back.
	 * Order and throughput stay as they are.
	 * @param delay the delay each way
	 */
	public synchronized void slow(Duration delay) {
		requireOpen();
		this.gate.delay(delay);
		openListener();
	}

	/**
	 * Be a server that hangs: accept connections, keep those that are open, and answer
	 * nothing until {@link #restore()}.
	 */
	public synchronized void hang() {
		requireOpen();
		this.gate.shut();
		openListener();
	}

	/**
	 * Let everything pass again.
	 */
	public synchronized void restore() {
		requireOpen();
		this.gate.open();
		openListener();
	}

	private void requireOpen() {
		if (this.closed) {
			throw new IllegalStateException("The proxy to %s is closed".formatted(this.target));
		}
	}

	private void openListener() {
		if (this.listener.isClosed()) {
			try {
				this.listener = listen();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
	}

	private ProxyListener listen() throws IOException {
		return new ProxyListener(this.address,
				(client) -> new ProxiedConnection(client, this.gate, this.connections).start(this.target));
	}

	/**
	 * Close the proxy and every connection, and release the port.
	 */
	@Override
	public synchronized void close() {
		this.closed = true;
		this.listener.close();
		this.gate.open();
		cut();
		try {
			this.reservation.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public String toString() {
		return "proxy %s:%d to %s:%d".formatted(getHost(), getPort(), this.target.getHostString(),
				this.target.getPort());
	}

}
