package dev.groundwork.readiness;

import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;

import dev.groundwork.readiness.SocketCheck.HostAndPort;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.ResourceLoader;

/**
 * Checks of what many applications depend on.
 *
 * @since 0.1.0
 */
public final class DependencyChecks {

	private DependencyChecks() {
	}

	/**
	 * Check that a server answers over HTTP.
	 * @param name the name of the dependency
	 * @param uri what to get
	 * @param expected the statuses that are expected; empty for any 2xx or 3xx
	 * @param timeout how long to wait for the answer
	 * @return the check
	 */
	public static DependencyCheck http(String name, URI uri, Set<Integer> expected, Duration timeout) {
		return new HttpCheck(name, uri, expected, timeout);
	}

	/**
	 * Check that a server accepts connections.
	 * @param name the name of the dependency
	 * @param address host and port
	 * @param timeout how long to wait for the connection
	 * @return the check
	 * @throws IllegalArgumentException if the address is none
	 */
	public static DependencyCheck address(String name, String address, Duration timeout) {
		return new SocketCheck(name, HostAndPort.parse(address), timeout);
	}

	/**
	 * Check that a host name resolves.
	 * @param name the name of the dependency
	 * @param host the name of the host
	 * @return the check
	 */
	public static DependencyCheck host(String name, String host) {
		return new HostCheck(name, host);
	}

	/**
	 * Check that a certificate, and each that it is shown with, is valid: one that soon
	 * is not any more is degraded.
	 * @param name the name of the dependency
	 * @param place host and port of a server, or the location of a file in PEM format
	 * @param expiresWithin how long it must be valid yet
	 * @param timeout how long to wait for a server
	 * @param resources finds the file
	 * @return the check
	 */
	public static DependencyCheck certificate(String name, String place, Duration expiresWithin, Duration timeout,
			ResourceLoader resources) {
		CertificateSource source = HostAndPort.matches(place)
				? new CertificateSource.Server(HostAndPort.parse(place), timeout)
				: new CertificateSource.Pem(resources.getResource(place));
		return new CertificateCheck(name, source, expiresWithin, Clock.systemUTC());
	}

	/**
	 * Check that the application's own web server answers on its port. Strict by default.
	 * @param name the name of the dependency
	 * @param address where it is bound, or {@code null} while it is not
	 * @param secure whether it expects TLS
	 * @param target method and target of the request, such as {@code OPTIONS *}
	 * @param timeout how long to wait for each step of the exchange
	 * @return the check
	 */
	public static DependencyCheck webServer(String name, Supplier<@Nullable InetSocketAddress> address, boolean secure,
			String target, Duration timeout) {
		return new WebServerCheck(name, address, secure, target, timeout);
	}

}
