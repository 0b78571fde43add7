package dev.groundwork.test;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * A connection from a client through a {@link FaultProxy} to the server.
 */
final class ProxiedConnection {

	private static final int CONNECT_TIMEOUT_MILLIS = 5_000;

	private static final int CHUNK_BYTES = 16 * 1024;

	private static final int CHUNKS_UNDER_WAY = 256;

	private final Socket client;

	private final Socket server = new Socket();

	private final FaultGate gate;

	private final Set<ProxiedConnection> open;

	ProxiedConnection(Socket client, FaultGate gate, Set<ProxiedConnection> open) {
		this.client = client;
		this.gate = gate;
		this.open = open;
		open.add(this);
	}

	void start(InetSocketAddress target) {
		ProxyThread.start("connect", () -> {
			try {
				this.gate.pass(System.nanoTime());
				this.server.connect(new InetSocketAddress(target.getHostString(), target.getPort()),
						CONNECT_TIMEOUT_MILLIS);
				this.client.setTcpNoDelay(true);
				this.server.setTcpNoDelay(true);
			}
			catch (IOException ex) {
				reset();
				throw ex;
			}
			pump(this.client, this.server);
			pump(this.server, this.client);
		});
	}

	private void pump(Socket from, Socket to) {
		BlockingQueue<Chunk> underWay = new ArrayBlockingQueue<>(CHUNKS_UNDER_WAY);
		ProxyThread.start("read", () -> read(from, underWay));
		ProxyThread.start("write", () -> write(underWay, to));
	}

	private void read(Socket from, BlockingQueue<Chunk> underWay) throws InterruptedException {
		byte[] buffer = new byte[CHUNK_BYTES];
		int length;
		do {
			length = read(from, buffer);
			underWay.put(new Chunk(Arrays.copyOf(buffer, Math.max(length, 0)), System.nanoTime()));
		}
		while (length > 0);
	}

	private static int read(Socket from, byte[] buffer) {
		try {
			return from.getInputStream().read(buffer);
		}
		catch (IOException ex) {
			return -1;
		}
	}

	private void write(BlockingQueue<Chunk> underWay, Socket to) throws IOException, InterruptedException {
		try {
			while (true) {
				Chunk chunk = underWay.take();
				this.gate.pass(chunk.arrived());
				if (chunk.isEnd()) {
					to.shutdownOutput();
					return;
				}
				to.getOutputStream().write(chunk.bytes());
			}
		}
		catch (IOException ex) {
			reset();
			// Whoever reads may wait for room
			underWay.clear();
		}
		finally {
			closeIfBothEnded();
		}
	}

	private void closeIfBothEnded() throws IOException {
		if (ended(this.client) && ended(this.server)) {
			this.open.remove(this);
			this.client.close();
			this.server.close();
		}
	}

	private static boolean ended(Socket socket) {
		return socket.isClosed() || socket.isOutputShutdown();
	}

	/**
	 * End the connection as a server does that dies: without a farewell.
	 */
	void reset() {
		this.open.remove(this);
		reset(this.client);
		reset(this.server);
	}

	private static void reset(Socket socket) {
		try (socket) {
			socket.setSoLinger(true, 0);
		}
		catch (IOException ex) {
			// It was closed already
		}
	}

	private record Chunk(byte[] bytes, long arrived) {

		boolean isEnd() {
			return this.bytes.length == 0;
		}

	}

}
