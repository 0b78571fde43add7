package dev.groundwork.readiness;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;

import dev.groundwork.diagnosis.Diagnosis;

/**
 * {@link DependencyCheck} of a server that accepts connections.
 */
final class SocketCheck implements DependencyCheck {

	private final String name;

	private final HostAndPort server;

	private final Duration timeout;

	SocketCheck(String name, HostAndPort server, Duration timeout) {
		this.name = name;
		this.server = server;
		this.timeout = timeout;
	}

	@Override
	public String getName() {
		return this.name;
	}

	@Override
	public List<Diagnosis> check() throws IOException {
		try (Socket socket = new Socket()) {
			socket.connect(this.server.resolve(), (int) this.timeout.toMillis());
			return List.of();
		}
	}

	/**
	 * Where a server listens.
	 *
	 * @param host the name or the address of the host
	 * @param port the port
	 */
	record HostAndPort(String host, int port) {

		private static final int HIGHEST_PORT = 65_535;

		static HostAndPort parse(String text) {
			int colon = text.lastIndexOf(':');
			String host = text.substring(0, Math.max(colon, 0)).replaceAll("^\\[|]$", "");
			String port = text.substring(colon + 1);
			if (host.isEmpty() || !port.matches("\\d{1,5}") || Integer.parseInt(port) > HIGHEST_PORT) {
				throw new IllegalArgumentException("Not a host and a port, such as db.example.org:5432");
			}
			return new HostAndPort(host, Integer.parseInt(port));
		}

		static boolean matches(String text) {
			return text.matches("(\\[[0-9a-fA-F:.%]+]|[^/:\\\\\\[\\]]+):\\d{1,5}");
		}

		InetSocketAddress resolve() throws UnknownHostException {
			InetSocketAddress address = new InetSocketAddress(this.host, this.port);
			if (address.isUnresolved()) {
				throw new UnknownHostException(this.host);
			}
			return address;
		}

	}

}
