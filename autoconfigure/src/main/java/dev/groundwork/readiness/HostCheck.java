package dev.groundwork.readiness;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

import dev.groundwork.diagnosis.Diagnosis;

/**
 * {@link DependencyCheck} of a host name that resolves. The JVM remembers addresses for
 * {@code networkaddress.cache.ttl} seconds.
 *
 * @param name the name of the dependency
 * @param host the name of the host
 */
record HostCheck(String name, String host) implements DependencyCheck {

	@Override
	public String getName() {
		return this.name;
	}

	@Override
	public List<Diagnosis> check() throws UnknownHostException {
		InetAddress.getAllByName(this.host);
		return List.of();
	}

}
