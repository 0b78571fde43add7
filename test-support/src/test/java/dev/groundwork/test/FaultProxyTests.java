package dev.groundwork.test;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link FaultProxy}.
 */
class FaultProxyTests {

	private static final int MUTE_MILLIS = 300;

	@AutoClose
	private final EchoServer server = new EchoServer();

	@AutoClose
	private final FaultProxy proxy = FaultProxy.to("localhost", this.server.getPort());

	@BeforeEach
	void reachServer() throws IOException {
		try (Socket client = connect()) {
			assertThat(echo(client, 1)).isEqualTo(1);
		}
	}

	@Test
	void proxyListensOnTheLoopbackAddressOnly() {
		assertThat(this.proxy.getHost()).isEqualTo(InetAddress.getLoopbackAddress().getHostAddress());
		assertThat(this.proxy.getHttpUri()).hasHost(this.proxy.getHost()).hasPort(this.proxy.getPort());
	}

	@Test
	void refusingProxyResetsOpenConnectionsAndRefusesOthersUntilItIsRestored() throws IOException {
		try (Socket open = connect()) {
			echo(open, 1);
			this.proxy.refuse();
			assertThatExceptionOfType(SocketException.class).isThrownBy(() -> echo(open, 2));
			assertThatExceptionOfType(ConnectException.class).isThrownBy(this::connect);
			this.proxy.restore();
			try (Socket later = connect()) {
				assertThat(echo(later, 3)).isEqualTo(3);
			}
		}
	}

	@Test
	void refusingProxyKeepsItsPortFromOthers() throws IOException {
		this.proxy.refuse();
		try (ServerSocket other = new ServerSocket()) {
			other.setReuseAddress(false);
			InetSocketAddress address = new InetSocketAddress(this.proxy.getHost(), this.proxy.getPort());
			assertThatExceptionOfType(BindException.class).isThrownBy(() -> other.bind(address));
		}
	}

	@Test
	void cutEndsOpenConnectionsAndNoOthers() throws IOException {
		try (Socket open = connect()) {
			echo(open, 1);
			this.proxy.cut();
			assertThatExceptionOfType(SocketException.class).isThrownBy(() -> echo(open, 2));
		}
		try (Socket later = connect()) {
			assertThat(echo(later, 3)).isEqualTo(3);
		}
	}

	@Test
	void slowProxyDelaysEachWay() throws IOException {
		try (Socket open = connect()) {
			echo(open, 1);
			this.proxy.slow(Duration.ofMillis(100));
			long before = System.nanoTime();
			assertThat(echo(open, 2)).isEqualTo(2);
			assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
		}
	}

	@Test
	void slowProxyDelaysAndDoesNotThrottle() throws IOException {
		this.proxy.slow(Duration.ofMillis(50));
		try (Socket client = connect()) {
			long before = System.nanoTime();
			for (int i = 0; i < 100; i++) {
				client.getOutputStream().write(i);
			}
			for (int i = 0; i < 100; i++) {
				assertThat(client.getInputStream().read()).isEqualTo(i);
			}
			assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
		}
	}

	@Test
	void hangingProxyAcceptsConnectionsAndAnswersNothing() throws IOException {
		this.proxy.hang();
		try (Socket client = connect()) {
			client.setSoTimeout(MUTE_MILLIS);
			assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(() -> echo(client, 1));
		}
	}

	@Test
	void whatWasHeldBackIsDeliveredWhenTheProxyIsRestored() throws IOException {
		try (Socket open = connect()) {
			echo(open, 1);
			this.proxy.hang();
			open.setSoTimeout(MUTE_MILLIS);
			assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(() -> echo(open, 2));
			this.proxy.restore();
			open.setSoTimeout(10_000);
			assertThat(open.getInputStream().read()).isEqualTo(2);
		}
	}

	@Test
	void endOfConnectionIsPassedOn() throws IOException {
		try (Socket client = connect()) {
			echo(client, 1);
			client.shutdownOutput();
			assertThat(client.getInputStream().read()).isEqualTo(-1);
		}
		await().atMost(Duration.ofSeconds(10)).until(() -> this.proxy.getOpenConnections() == 0);
	}

	@Test
	void connectionIsResetWhereTheServerRefusesIt() throws IOException {
		this.server.close();
		try (Socket client = connect()) {
			assertThatExceptionOfType(SocketException.class).isThrownBy(() -> {
				if (client.getInputStream().read() < 0) {
					throw new IOException("ended with a farewell");
				}
			});
		}
	}

	@Test
	void closedProxyCannotBeUsed() {
		this.proxy.close();
		assertThatExceptionOfType(ConnectException.class).isThrownBy(this::connect);
		assertThatIllegalStateException().isThrownBy(this.proxy::restore).withMessageContaining("closed");
	}

	@Test
	void addressWithoutPortIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> FaultProxy.to(URI.create("http://localhost")));
	}

	private Socket connect() throws IOException {
		Socket socket = new Socket(this.proxy.getHost(), this.proxy.getPort());
		socket.setSoTimeout(10_000);
		return socket;
	}

	private static int echo(Socket client, int value) throws IOException {
		client.getOutputStream().write(value);
		return client.getInputStream().read();
	}

}
