package dev.groundwork.local;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * The first steps of AMQP 0-9-1, up to where a broker has accepted a user.
 *
 * @param port the port of the broker on {@code 127.0.0.1}
 * @param username who logs in
 * @param password the password
 */
record AmqpLogin(int port, String username, String password) {

	private static final int TIMEOUT_MILLIS = 2_000;

	private static final byte[] HEADER = { 'A', 'M', 'Q', 'P', 0, 0, 9, 1 };

	private static final int METHOD_FRAME = 1;

	private static final int FRAME_END = 0xCE;

	private static final int CONNECTION_START = 10 << 16 | 10;

	private static final int CONNECTION_START_OK = 10 << 16 | 11;

	private static final int CONNECTION_TUNE = 10 << 16 | 30;

	/**
	 * Return whether the broker lets the user in.
	 * @return {@code false} also if there is no broker, or one that does not answer
	 * within two seconds
	 */
	boolean isAccepted() {
		try (Socket socket = new Socket()) {
			socket.setSoTimeout(TIMEOUT_MILLIS);
			socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), this.port), TIMEOUT_MILLIS);
			DataOutputStream output = new DataOutputStream(socket.getOutputStream());
			DataInputStream input = new DataInputStream(socket.getInputStream());
			output.write(HEADER);
			if (readMethod(input) != CONNECTION_START) {
				return false;
			}
			output.write(startOk());
			return readMethod(input) == CONNECTION_TUNE;
		}
		catch (IOException ex) {
			return false;
		}
	}

	private static int readMethod(DataInputStream input) throws IOException {
		if (input.readUnsignedByte() != METHOD_FRAME) {
			return 0;
		}
		input.readUnsignedShort();
		int remaining = input.readInt() - Integer.BYTES;
		int method = input.readInt();
		input.skipNBytes(remaining + 1L);
		return method;
	}

	private byte[] startOk() throws IOException {
		ByteArrayOutputStream arguments = new ByteArrayOutputStream();
		DataOutputStream method = new DataOutputStream(arguments);
		method.writeInt(CONNECTION_START_OK);
		method.writeInt(0); // no client properties
		writeShortString(method, "PLAIN");
		byte[] response = ('\0' + this.username + '\0' + this.password).getBytes(StandardCharsets.UTF_8);
		method.writeInt(response.length);
		method.write(response);
		writeShortString(method, "en_US");
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		DataOutputStream frame = new DataOutputStream(bytes);
		frame.writeByte(METHOD_FRAME);
		frame.writeShort(0);
		frame.writeInt(arguments.size());
		frame.write(arguments.toByteArray());
		frame.writeByte(FRAME_END);
		return bytes.toByteArray();
	}

	private static void writeShortString(DataOutputStream output, String value) throws IOException {
		output.writeByte(value.length());
		output.writeBytes(value);
	}

	@Override
	public String toString() {
		return "AmqpLogin[port=%d, username=%s]".formatted(this.port, this.username);
	}

}
