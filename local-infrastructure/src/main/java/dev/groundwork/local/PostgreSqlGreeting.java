package dev.groundwork.local;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * The first message of PostgreSQL's protocol, which a server that starts, recovers or
 * stops answers with an error.
 *
 * @param port the port of the server on {@code 127.0.0.1}
 * @param username who asks
 * @param database the database
 */
record PostgreSqlGreeting(int port, String username, String database) {

	private static final int TIMEOUT_MILLIS = 2_000;

	private static final int PROTOCOL = 3 << 16;

	private static final char AUTHENTICATION = 'R';

	/**
	 * Return whether the server asks for a password.
	 * @return {@code false} also if there is no server, or one that does not answer
	 * within two seconds
	 */
	boolean isAnswered() {
		try (Socket socket = new Socket()) {
			socket.setSoTimeout(TIMEOUT_MILLIS);
			socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), this.port), TIMEOUT_MILLIS);
			socket.getOutputStream().write(startup());
			return socket.getInputStream().read() == AUTHENTICATION;
		}
		catch (IOException ex) {
			return false;
		}
	}

	private byte[] startup() throws IOException {
		String parameters = "user\0%s\0database\0%s\0\0".formatted(this.username, this.database);
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		DataOutputStream message = new DataOutputStream(bytes);
		message.writeInt(2 * Integer.BYTES + parameters.length());
		message.writeInt(PROTOCOL);
		message.writeBytes(parameters);
		return bytes.toByteArray();
	}

}
