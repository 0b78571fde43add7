package dev.groundwork.demonstration;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Finds ports to listen on: the well-known one if nobody has it, else one that is free.
 * Hands out none twice.
 */
final class FreePort {

	// below the range that outgoing connections take their ports from
	private static final int LOWEST = 18_000;

	private static final int HIGHEST = 20_000;

	private final Set<Integer> taken = new HashSet<>();

	int preferably(int port) {
		int found = IntStream.concat(IntStream.of(port), IntStream.range(LOWEST, HIGHEST))
			.filter((candidate) -> !this.taken.contains(candidate) && isFree(candidate))
			.findFirst()
			.orElseThrow(() -> new DemonstrationException(
					"Neither port %d nor one from %d to %d is free".formatted(port, LOWEST, HIGHEST)));
		this.taken.add(found);
		return found;
	}

	private static boolean isFree(int port) {
		try (ServerSocket socket = new ServerSocket(port)) {
			return socket.isBound();
		}
		catch (IOException ex) {
			return false;
		}
	}

}
