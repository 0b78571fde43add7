package dev.groundwork.demonstration;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FreePort}.
 */
class FreePortTests {

	private final FreePort ports = new FreePort();

	@Test
	void portThatIsFreeIsGivenOnce() throws IOException {
		int port = portThatWasFree();
		assertThat(this.ports.preferably(port)).isEqualTo(port);
		assertThat(this.ports.preferably(port)).isBetween(18_000, 20_000);
	}

	@Test
	void portThatSomebodyHasIsReplaced() throws IOException {
		try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			assertThat(this.ports.preferably(taken.getLocalPort())).isBetween(18_000, 20_000);
		}
	}

	private static int portThatWasFree() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

}
