package dev.groundwork.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntPredicate;

/**
 * Hands out ports of {@code 127.0.0.1}: each was free when it was handed out, and none is
 * handed out twice in this JVM.
 * <p>
 * They lie below the range that operating systems take the ports of outgoing connections
 * from. Otherwise such a connection could hold a server's port while the server is down.
 */
final class Ports {

	static final int LOWEST = 20_000;

	static final int HIGHEST = 32_000;

	private static final int ATTEMPTS = 1_000;

	private static final Ports SHARED = new Ports(Ports::isFree);

	private final IntPredicate free;

	private final Set<Integer> reserved = ConcurrentHashMap.newKeySet();

	Ports(IntPredicate free) {
		this.free = free;
	}

	static int next() {
		return SHARED.reserve();
	}

	static int take(int port) {
		return SHARED.reserve(port);
	}

	int reserve() {
		for (int i = 0; i < ATTEMPTS; i++) {
			int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST + 1);
			if (this.free.test(port) && this.reserved.add(port)) {
				return port;
			}
		}
		throw new LocalServerException("No free port was found between %d and %d on 127.0.0.1 in %d attempts"
			.formatted(LOWEST, HIGHEST, ATTEMPTS));
	}

	int reserve(int port) {
		if (!this.free.test(port) || !this.reserved.add(port)) {
			throw new LocalServerException("Port %d on 127.0.0.1 is taken: choose another".formatted(port));
		}
		return port;
	}

	private static boolean isFree(int port) {
		try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
			return socket.isBound();
		}
		catch (IOException ex) {
			return false;
		}
	}

}
