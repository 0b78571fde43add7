package dev.groundwork.compatibility;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A port that only counts who connects.
 */
final class Doorbell implements AutoCloseable {

	private final ServerSocket socket;

	private final AtomicInteger rings = new AtomicInteger();

	Doorbell() {
		try {
			this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Thread thread = new Thread(this::answer, "doorbell");
		thread.setDaemon(true);
		thread.start();
	}

	private void answer() {
		try {
			while (true) {
				this.socket.accept().close();
				this.rings.incrementAndGet();
			}
		}
		catch (IOException ex) {
			// Closed
		}
	}

	int port() {
		return this.socket.getLocalPort();
	}

	int rings() {
		return this.rings.get();
	}

	@Override
	public void close() {
		try {
			this.socket.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
