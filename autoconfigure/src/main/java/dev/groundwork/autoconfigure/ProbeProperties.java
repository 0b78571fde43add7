package dev.groundwork.autoconfigure;

import java.net.InetAddress;
import java.net.InetSocketAddress;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.Assert;

/**
 * Configuration properties for the early probe server.
 *
 * @since 0.1.0
 */
@ConfigurationProperties(prefix = "groundwork.probe", ignoreUnknownFields = false)
public class ProbeProperties {

	private static final int LAST_PORT = 65535;

	/**
	 * Port of the early probe server. None by default, which means no server; 0 for a
	 * free one.
	 */
	private @Nullable Integer port;

	/**
	 * Network address to which the early probe server should bind. Defaults to all
	 * interfaces.
	 */
	private @Nullable InetAddress address;

	public @Nullable Integer getPort() {
		return this.port;
	}

	public void setPort(@Nullable Integer port) {
		Assert.isTrue(port == null || port >= 0 && port <= LAST_PORT,
				() -> "'port' must be from 0 to %d but is %s".formatted(LAST_PORT, port));
		this.port = port;
	}

	public @Nullable InetAddress getAddress() {
		return this.address;
	}

	public void setAddress(@Nullable InetAddress address) {
		this.address = address;
	}

	@Nullable InetSocketAddress socketAddress() {
		return (this.port != null) ? new InetSocketAddress(this.address, this.port) : null;
	}

}
