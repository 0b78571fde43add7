package dev.groundwork.demonstration;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import dev.groundwork.local.LocalServer;

/**
 * A server and the moment when it first accepted work.
 *
 * @param name the name that the services know it by
 * @param server the server
 * @param accepted when it first accepted work, by {@link System#nanoTime()}
 */
record Server(String name, LocalServer server, CompletableFuture<Long> accepted) {

	Server(String name, LocalServer server) {
		this(name, server, new CompletableFuture<>());
	}

	void start() {
		this.server.launch();
		this.server.awaitAccepting();
		this.accepted.complete(System.nanoTime());
	}

	/**
	 * Return how long after the last of some servers a moment was.
	 * @param servers the servers; waits until each has accepted work
	 * @param moment the moment, by {@link System#nanoTime()}
	 * @return the time between
	 */
	static Duration after(Iterable<Server> servers, long moment) {
		long last = Long.MIN_VALUE;
		for (Server server : servers) {
			last = Math.max(last, server.accepted().join());
		}
		return (last != Long.MIN_VALUE) ? Duration.ofNanos(moment - last) : Duration.ZERO;
	}

}
