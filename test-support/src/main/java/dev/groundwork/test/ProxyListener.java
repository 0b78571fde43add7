package dev.groundwork.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Accepts the connections to a {@link FaultProxy} until it is closed.
 */
final class ProxyListener {

	private static final int BACKLOG = 200;

	private static final long END_LIMIT_MILLIS = TimeUnit.SECONDS.toMillis(10);

	private final ServerSocket socket = new ServerSocket();

	private final Thread thread;

	ProxyListener(InetSocketAddress address, Consumer<Socket> clients) throws IOException {
		this.socket.setReuseAddress(true);
		this.socket.bind(address, BACKLOG);
		this.thread = ProxyThread.start("accept", () -> {
			while (true) {
				clients.accept(this.socket.accept());
			}
		});
	}

	int getPort() {
		return this.socket.getLocalPort();
	}

	boolean isClosed() {
		return this.socket.isClosed();
	}

	/**
	 * Accept no more connections. The socket is not gone before the thread has left it.
	 */
	void close() {
		try {
			this.socket.close();
			this.thread.join(END_LIMIT_MILLIS);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
