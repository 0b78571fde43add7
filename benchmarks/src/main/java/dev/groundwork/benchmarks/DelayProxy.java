package dev.groundwork.benchmarks;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A TCP proxy on this machine that delivers every byte later by the same time, as a
 * longer way would: order and throughput stay as they are.
 */
final class DelayProxy implements Closeable {

	private final ServerSocket serverSocket;

	private final int target;

	private final Duration delay;

	private final AtomicLong requests = new AtomicLong();

	private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();

	/**
	 * Open a proxy on a free port.
	 * @param target the port of the server on this machine
	 * @param delay the delay each way
	 * @throws IOException if no port is free
	 */
	DelayProxy(int target, Duration delay) throws IOException {
		this.serverSocket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		this.target = target;
		this.delay = delay;
		start("accept", this::accept);
	}

	/**
	 * Return how often a client has sent something, which is once for each small request.
	 * @return the number of deliveries to the server
	 */
	long requests() {
		return this.requests.get();
	}

	int getPort() {
		return this.serverSocket.getLocalPort();
	}

	private void accept() throws IOException {
		while (true) {
			Socket client = register(this.serverSocket.accept());
			Socket server = register(new Socket(InetAddress.getLoopbackAddress(), this.target));
			connect(client, server, this.requests);
			connect(server, client, new AtomicLong());
		}
	}

	private Socket register(Socket socket) throws IOException {
		this.sockets.add(socket);
		socket.setTcpNoDelay(true);
		return socket;
	}

	private void connect(Socket from, Socket to, AtomicLong deliveries) {
		DelayLine line = new DelayLine(this.delay);
		start("read", () -> line.fill(from.getInputStream(), deliveries::incrementAndGet));
		start("write", () -> {
			try (from; to) {
				line.drain(to.getOutputStream());
			}
		});
	}

	private static void start(String name, Endless endless) {
		Thread thread = new Thread(() -> {
			try {
				endless.run();
			}
			catch (IOException ex) {
				// One of the two has closed its socket
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}, "delay-proxy-" + name);
		thread.setDaemon(true);
		thread.start();
	}

	@Override
	public void close() throws IOException {
		this.serverSocket.close();
		for (Socket socket : this.sockets) {
			socket.close();
		}
	}

	private interface Endless {

		void run() throws IOException, InterruptedException;

	}

}
