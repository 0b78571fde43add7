package dev.groundwork.sample.rehearsals;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import dev.groundwork.local.LocalServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Whatever is killed while documents are created, no event is lost, and all is well again
 * after its return. A server and a service are killed at the same time;
 * {@code -Dkills=200} kills that often, {@code -Dkills.seed} repeats an order.
 */
@TestInstance(Lifecycle.PER_CLASS)
class KillsIT {

	private static final int KILLS = Integer.getInteger("kills", 12);

	private static final long SEED = Long.getLong("kills.seed", System.nanoTime());

	private static final Duration RECOVERY = Duration.ofSeconds(120);

	private final Infrastructure infrastructure = Infrastructure.create();

	private final Traces traces = new Traces(this.infrastructure);

	private final RestartedService documents = new RestartedService("documents");

	private final List<RestartedService> services = List.of(this.documents, new RestartedService("search"),
			new RestartedService("notifications"));

	private final List<Victim> servers = List.of(new Server("RabbitMQ", this.infrastructure.rabbitMq()),
			new Server("Elasticsearch", this.infrastructure.elasticsearch()),
			new Server("PostgreSQL", this.infrastructure.postgreSql()));

	@BeforeAll
	void start() {
		this.infrastructure.start();
		this.services.forEach((service) -> service.process.awaitReady());
		this.infrastructure.rabbitMq().flush();
	}

	@AfterAll
	void stop() {
		this.services.forEach((service) -> service.process.close());
		this.infrastructure.close();
	}

	@Test
	void whatIsStoredIsPublishedIndexedAndNotifiedOnceWhoeverIsKilled() {
		Random random = new Random(SEED);
		tell("%d kills, seed %d", KILLS, SEED);
		try (DocumentWriter writer = new DocumentWriter(() -> this.documents.process, "written")) {
			int kills = 0;
			for (Round round : rounds(random)) {
				int more = writer.acknowledged() + random.nextInt(1, 20);
				await("documents are created").atMost(RECOVERY).until(() -> writer.acknowledged() >= more);
				round.victims().forEach(Victim::kill);
				kills += round.victims().size();
				long killed = System.nanoTime();
				round.bringBack();
				long back = System.nanoTime();
				awaitPassage("mark" + kills, round);
				tell("kills %d of %d: %s, back after %d ms, all well %d ms later, %d documents created", kills, KILLS,
						round, (back - killed) / 1_000_000, (System.nanoTime() - back) / 1_000_000,
						writer.acknowledged());
			}
			writer.end();
			await("nothing waits in the outbox").atMost(RECOVERY).until(() -> this.traces.waiting() == 0);
			int stored = this.traces.stored("written");
			assertThat(stored).isGreaterThanOrEqualTo(writer.acknowledged());
			await("%d are indexed and notified".formatted(stored)).atMost(RECOVERY)
				.until(() -> this.traces.areEverywhere("written", stored));
			tell("%d kills: %d documents answered with 201; %d stored, and as many published, indexed and notified",
					KILLS, writer.acknowledged(), stored);
		}
	}

	private void awaitPassage(String title, Round round) {
		await("a document is created after the return of " + round).atMost(RECOVERY)
			.ignoreException(UncheckedIOException.class)
			.until(() -> DocumentWriter.create(this.documents.process, title));
		await("it is indexed and notified after the return of " + round).atMost(RECOVERY)
			.until(() -> this.traces.notified(title) > 0 && this.traces.indexed(title) > 0);
	}

	/** A server and a service at once, everybody before anybody a second time. */
	private List<Round> rounds(Random random) {
		List<Victim> shuffledServers = new ArrayList<>(this.servers);
		List<Victim> shuffledServices = new ArrayList<>(this.services);
		List<Round> rounds = new ArrayList<>();
		while (rounds.size() * 2 < KILLS) {
			Collections.shuffle(shuffledServers, random);
			Collections.shuffle(shuffledServices, random);
			for (int i = 0; i < shuffledServers.size(); i++) {
				rounds.add(new Round(List.of(shuffledServers.get(i), shuffledServices.get(i))));
			}
		}
		return rounds.subList(0, (KILLS + 1) / 2);
	}

	private static void tell(String text, Object... values) {
		System.out.println(text.formatted(values));
	}

	private record Round(List<Victim> victims) {

		void bringBack() {
			CompletableFuture
				.allOf(this.victims.stream()
					.map((victim) -> CompletableFuture.runAsync(victim::bringBack))
					.toArray(CompletableFuture[]::new))
				.orTimeout(RECOVERY.toSeconds(), TimeUnit.SECONDS)
				.join();
		}

		@Override
		public String toString() {
			return this.victims.stream().map(Victim::name).collect(Collectors.joining(" and "));
		}

	}

	private interface Victim {

		String name();

		void kill();

		/** Start it again and wait until it accepts work. */
		void bringBack();

	}

	private record Server(String name, LocalServer server) implements Victim {

		@Override
		public void kill() {
			this.server.kill();
		}

		@Override
		public void bringBack() {
			this.server.start();
		}

	}

	private final class RestartedService implements Victim {

		private final String name;

		private final int port = ServiceProcess.freePort();

		private volatile ServiceProcess process;

		RestartedService(String name) {
			this.name = name;
			this.process = launched();
		}

		private ServiceProcess launched() {
			return ServiceProcess.start(this.port, this.name, KillsIT.this.infrastructure,
					ServiceProcess.environment(KillsIT.this.infrastructure));
		}

		@Override
		public String name() {
			return this.name;
		}

		@Override
		public void kill() {
			this.process.kill();
		}

		@Override
		public void bringBack() {
			this.process = launched();
			this.process.awaitReady();
		}

	}

}
