package dev.groundwork.drills;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import dev.groundwork.local.LocalElasticsearch;
import dev.groundwork.local.LocalInfrastructure;
import dev.groundwork.local.LocalRabbitMq;
import dev.groundwork.local.LocalServer;

/**
 * A broker and a search node of which one is late, and the other later still. A server
 * also waits until both halves of the drill have seen what there is to see without it.
 */
final class LateServers implements AutoCloseable {

	/**
	 * How late the second server is; the first is half as late.
	 */
	static final Duration LATENESS = Duration.ofSeconds(Long.getLong("drills.lateness", 40));

	private final LocalRabbitMq rabbitMq;

	private final LocalElasticsearch elasticsearch;

	private final Sightings withoutAny = new Sightings();

	private final Sightings withTheFirst = new Sightings();

	private final CompletableFuture<Void> secondIsDue;

	private final CompletableFuture<Long> first;

	private final CompletableFuture<Long> second;

	private LateServers(boolean brokerFirst) {
		this.rabbitMq = LocalInfrastructure.rabbitMq();
		this.elasticsearch = LocalInfrastructure.elasticsearch();
		this.secondIsDue = due(this.withTheFirst, LATENESS);
		this.first = startWhen(due(this.withoutAny, LATENESS.dividedBy(2)),
				brokerFirst ? this.rabbitMq : this.elasticsearch);
		this.second = startWhen(this.secondIsDue, brokerFirst ? this.elasticsearch : this.rabbitMq);
	}

	static LateServers brokerThenSearchNode() {
		return new LateServers(true);
	}

	static LateServers searchNodeThenBroker() {
		return new LateServers(false);
	}

	private static CompletableFuture<Void> due(Sightings sightings, Duration lateness) {
		CompletableFuture<Void> late = CompletableFuture.runAsync(() -> {
		}, CompletableFuture.delayedExecutor(lateness.toMillis(), TimeUnit.MILLISECONDS));
		return CompletableFuture.allOf(sightings.ofBoth(), late);
	}

	private static CompletableFuture<Long> startWhen(CompletableFuture<Void> due, LocalServer server) {
		return due.thenApplyAsync((ignored) -> {
			server.start();
			return System.nanoTime();
		});
	}

	/**
	 * Wait for the first server, when there is nothing more to see without it.
	 * @param half who waits
	 */
	void awaitFirst(Half half) {
		this.withoutAny.note(half);
		this.first.join();
	}

	/**
	 * Wait for the second server, when there is nothing more to see without it.
	 * @param half who waits
	 * @return when it accepted work, on the clock of {@link System#nanoTime()}
	 */
	long awaitSecond(Half half) {
		this.withTheFirst.note(half);
		return this.second.join();
	}

	/**
	 * Return whether the second server may accept work, which it does before anybody is
	 * told.
	 * @return whether its start has begun
	 */
	boolean isSecondStarting() {
		return this.secondIsDue.isDone();
	}

	Map<String, String> properties() {
		return Map.of("spring.rabbitmq.host", "127.0.0.1", "spring.rabbitmq.port",
				String.valueOf(this.rabbitMq.getPort()), "spring.rabbitmq.username", this.rabbitMq.getUsername(),
				"spring.rabbitmq.password", this.rabbitMq.getPassword(), "spring.elasticsearch.uris",
				this.elasticsearch.getUri().toString());
	}

	@Override
	public void close() {
		this.rabbitMq.close();
		this.elasticsearch.close();
	}

	/**
	 * What each half has seen.
	 *
	 * @param plain completed by the half on plain Spring Boot
	 * @param groundwork completed by the half with Groundwork
	 */
	private record Sightings(CompletableFuture<Boolean> plain, CompletableFuture<Boolean> groundwork) {

		Sightings() {
			this(new CompletableFuture<>(), new CompletableFuture<>());
		}

		void note(Half half) {
			((half == Half.PLAIN) ? this.plain : this.groundwork).complete(true);
		}

		CompletableFuture<Void> ofBoth() {
			// A half that fails does not keep the other for ever
			return CompletableFuture.allOf(this.plain, this.groundwork)
				.orTimeout(Application.LONGEST_START.multipliedBy(2).toSeconds(), TimeUnit.SECONDS);
		}

	}

}
