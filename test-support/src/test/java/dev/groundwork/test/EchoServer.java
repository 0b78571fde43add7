package dev.groundwork.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * A server that sends back what it gets.
 */
final class EchoServer implements AutoCloseable {

	private final ProxyListener listener;

	EchoServer() {
		try {
			this.listener = new ProxyListener(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
					EchoServer::echo);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void echo(Socket client) {
		ProxyThread.start("echo", () -> {
			try (client) {
				client.setTcpNoDelay(true);
				client.getInputStream().transferTo(client.getOutputStream());
			}
		});
	}

	int getPort() {
		return this.listener.getPort();
	}

	@Override
	public void close() {
		this.listener.close();
	}

}
