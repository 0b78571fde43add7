package dev.groundwork.local;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The servers of this JVM that nobody has closed yet. The end of the JVM closes them.
 */
final class OpenServers {

	private static final Set<LocalServer> SERVERS = ConcurrentHashMap.newKeySet();

	static {
		Runtime.getRuntime().addShutdownHook(new Thread(OpenServers::closeAll, "close-local-servers"));
	}

	private OpenServers() {
	}

	static void add(LocalServer server) {
		SERVERS.add(server);
	}

	static void remove(LocalServer server) {
		SERVERS.remove(server);
	}

	private static void closeAll() {
		SERVERS.parallelStream().forEach(LocalServer::close);
	}

}
