package dev.groundwork.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

import org.netcrusher.core.reactor.NioReactor;
import org.netcrusher.tcp.TcpCrusher;
import org.netcrusher.tcp.TcpCrusherBuilder;

/**
 * A TCP proxy on this machine that fails when it is told to.
 */
final class FailingProxy implements AutoCloseable {

	private final NioReactor reactor = new NioReactor();

	private final TcpCrusher proxy;

	FailingProxy(int target) throws IOException {
		this.proxy = TcpCrusherBuilder.builder()
			.withReactor(this.reactor)
			.withBindAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), freePort()))
			.withConnectAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), target))
			.buildAndOpen();
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	int getPort() {
		return this.proxy.getBindAddress().getPort();
	}

	/**
	 * Close every connection and refuse others.
	 */
	void cut() {
		this.proxy.close();
	}

	/**
	 * Accept connections again.
	 */
	void mend() {
		this.proxy.open();
	}

	@Override
	public void close() {
		this.proxy.close();
		this.reactor.close();
	}

}
