package dev.groundwork.autoconfigure;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Stands in for a STOMP broker: answers each connection, once told to, with
 * {@code CONNECTED}.
 */
final class StompStandIn implements AutoCloseable {

	private static final byte[] CONNECTED = "CONNECTED\nversion:1.2\nheart-beat:0,0\n\n\0"
		.getBytes(StandardCharsets.UTF_8);

	private final ServerSocket socket;

	private final List<Socket> connections = Collections.synchronizedList(new ArrayList<>());

	private volatile boolean answering;

	StompStandIn() throws IOException {
		this.socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
		start(this::accept);
	}

	int port() {
		return this.socket.getLocalPort();
	}

	synchronized void answer() throws IOException {
		this.answering = true;
		for (Socket connection : List.copyOf(this.connections)) {
			answer(connection);
		}
	}

	private static void answer(Socket connection) throws IOException {
		connection.getOutputStream().write(CONNECTED);
		connection.getOutputStream().flush();
	}

	private void accept() {
		try {
			while (true) {
				Socket connection = this.socket.accept();
				start(() -> serve(connection));
			}
		}
		catch (IOException ex) {
			// Closed
		}
	}

	private void serve(Socket connection) {
		try {
			InputStream input = connection.getInputStream();
			while (input.read() > 0) {
				// The frame ends with a zero
			}
			synchronized (this) {
				this.connections.add(connection);
				if (this.answering) {
					answer(connection);
				}
			}
			while (input.read() >= 0) {
				// Nothing else is answered
			}
		}
		catch (IOException ex) {
			// Closed
		}
	}

	private static void start(Runnable body) {
		Thread thread = new Thread(body, "stomp-stand-in");
		thread.setDaemon(true);
		thread.start();
	}

	@Override
	public void close() throws IOException {
		end();
	}

	void end() throws IOException {
		this.socket.close();
		for (Socket connection : List.copyOf(this.connections)) {
			connection.close();
		}
	}

}
