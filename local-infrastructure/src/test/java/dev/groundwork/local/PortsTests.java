package dev.groundwork.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Ports}.
 */
class PortsTests {

	@Test
	void handsOutEachPortOnce() {
		Ports ports = new Ports((port) -> true);
		Set<Integer> handedOut = new HashSet<>();
		for (int i = 0; i < 2_000; i++) {
			assertThat(handedOut.add(ports.reserve())).isTrue();
		}
	}

	@Test
	void handsOutOnlyPortsThatOutgoingConnectionsDoNotUse() {
		assertThat(new Ports((port) -> true).reserve()).isBetween(20_000, 32_000);
	}

	@Test
	void handsOutOnlyFreePorts() {
		Ports ports = new Ports((port) -> port % 2 == 0);
		for (int i = 0; i < 100; i++) {
			assertThat(ports.reserve()).isEven();
		}
	}

	@Test
	void whenNoPortIsFreeSaysWhere() {
		assertThatExceptionOfType(LocalServerException.class).isThrownBy(new Ports((port) -> false)::reserve)
			.withMessage("No free port was found between 20000 and 32000 on 127.0.0.1 in 1000 attempts");
	}

	@Test
	void whenGivenPortIsInUseSaysWhichOne() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			assertThatExceptionOfType(LocalServerException.class).isThrownBy(() -> Ports.take(socket.getLocalPort()))
				.withMessage("Port %d on 127.0.0.1 is taken: choose another", socket.getLocalPort());
		}
	}

}
