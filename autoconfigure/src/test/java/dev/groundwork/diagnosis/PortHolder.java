package dev.groundwork.diagnosis;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Another process that holds a port and never answers on it.
 */
public final class PortHolder implements AutoCloseable {

	private final Process process;

	private final int port;

	private PortHolder(Process process, int port) {
		this.process = process;
		this.port = port;
	}

	/**
	 * Start a process that holds a free port of the loopback address.
	 * @return the process
	 * @throws IOException if it cannot be started
	 */
	public static PortHolder start() throws IOException {
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
				Path.of("target", "test-classes").toString(), PortHolder.class.getName(), "password-in-an-argument")
			.redirectError(ProcessBuilder.Redirect.INHERIT)
			.start();
		BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
		return new PortHolder(process, Integer.parseInt(output.readLine()));
	}

	public int port() {
		return this.port;
	}

	public long pid() {
		return this.process.pid();
	}

	@Override
	public void close() {
		this.process.destroyForcibly();
	}

	public static void main(String[] args) throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
			System.out.println(socket.getLocalPort());
			// Until the process that started this one ends
			System.in.read();
		}
	}

}
