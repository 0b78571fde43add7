package dev.groundwork.websocket;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;

import javax.net.ServerSocketFactory;

/**
 * Server that answers one HTTP request a connection, with the statuses it was given and
 * then with the last of them.
 */
final class TinyServer implements AutoCloseable {

	private static final String ACCEPT_SALT = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

	private static final int SWITCHING_PROTOCOLS = 101;

	private static final int SILENCE = 0;

	private final ServerSocket socket;

	private final Iterator<Integer> statuses;

	private final List<String> requests = Collections.synchronizedList(new ArrayList<>());

	private final List<Socket> open = Collections.synchronizedList(new ArrayList<>());

	private int status;

	private TinyServer(ServerSocket socket, Integer... statuses) {
		this.socket = socket;
		this.statuses = Arrays.asList(statuses).iterator();
		Thread thread = new Thread(this::serve, "tiny-server");
		thread.setDaemon(true);
		thread.start();
	}

	static TinyServer answering(Integer... statuses) throws IOException {
		return new TinyServer(new ServerSocket(0, 10, InetAddress.getLoopbackAddress()), statuses);
	}

	static TinyServer silent() throws IOException {
		return answering(SILENCE);
	}

	static TinyServer onEveryInterface() throws IOException {
		return new TinyServer(new ServerSocket(0), SWITCHING_PROTOCOLS);
	}

	static TinyServer upgradingWith(ServerSocketFactory factory) throws IOException {
		return new TinyServer(factory.createServerSocket(0, 10, InetAddress.getLoopbackAddress()), SWITCHING_PROTOCOLS);
	}

	InetSocketAddress address() {
		return (InetSocketAddress) this.socket.getLocalSocketAddress();
	}

	List<String> requests() {
		return List.copyOf(this.requests);
	}

	private void serve() {
		while (!this.socket.isClosed()) {
			try {
				Socket connection = this.socket.accept();
				this.open.add(connection);
				answer(connection);
			}
			catch (SocketException ex) {
				// closed, or the client has gone: nobody is left to answer
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
	}

	private void answer(Socket connection) throws IOException {
		BufferedReader reader = new BufferedReader(
				new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
		String request = reader.readLine();
		if (request == null) {
			return;
		}
		this.requests.add(request);
		String key = reader.lines()
			.takeWhile((line) -> !line.isEmpty())
			.filter((line) -> line.startsWith("Sec-WebSocket-Key: "))
			.map((line) -> line.substring(line.indexOf(' ') + 1))
			.findFirst()
			.orElse("");
		this.status = this.statuses.hasNext() ? this.statuses.next() : this.status;
		if (this.status != SILENCE) {
			connection.getOutputStream().write(reply(key).getBytes(StandardCharsets.US_ASCII));
		}
	}

	private String reply(String key) {
		if (this.status == SWITCHING_PROTOCOLS) {
			return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
					+ "Sec-WebSocket-Accept: " + accept(key) + "\r\n\r\n";
		}
		return "HTTP/1.1 " + this.status + " No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
	}

	private static String accept(String key) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-1");
			return Base64.getEncoder()
				.encodeToString(digest.digest((key + ACCEPT_SALT).getBytes(StandardCharsets.US_ASCII)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
		for (Socket connection : List.copyOf(this.open)) {
			connection.close();
		}
	}

}
