package dev.groundwork.drills;

import java.time.Duration;
import java.util.stream.Stream;

import dev.groundwork.drills.application.indexer.IndexerApplication;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Starts of a service whose servers are late.
 *
 * @param stage the stage
 * @param servers the servers
 */
record LateStart(Stage stage, LateServers servers) {

	/**
	 * How long it may take from the last server to readiness: three times the aim,
	 * because the machine is shared.
	 */
	private static final Duration SLOWEST = Duration.ofSeconds(15);

	private static final Duration LOOK = Duration.ofMillis(500);

	/**
	 * Start the service, which ends by itself.
	 * @param name the name of the start
	 * @param reason what its log has to say
	 * @return how long the service has lived
	 */
	Duration fail(String name, String reason) {
		Application indexer = start(name);
		assertThat(indexer.awaitExit(Application.LONGEST_START)).isEqualTo(1);
		assertThat(indexer.log()).contains(reason);
		Duration life = indexer.sinceStart();
		this.stage.tell("%s: exit code 1 after %s".formatted(name, Seconds.of(life)));
		return life;
	}

	/**
	 * Start the service once: it has to be live and not ready until the last server is
	 * there, and ready soon after.
	 * @param first the dependency that comes first
	 * @param second the dependency that comes last
	 * @return what was seen
	 */
	String live(String first, String second) {
		Application indexer = start("once");
		Duration live = indexer.await("live", Application.LONGEST_START, indexer::isLive);
		try (Samples<Boolean> liveness = Samples.every(LOOK, indexer::isLive);
				Samples<Boolean> tooEarly = Samples.every(LOOK,
						() -> indexer.isReady() && !this.servers.isSecondStarting())) {
			awaitReason(indexer, first, second);
			this.stage.tell("live after %s, 503 with the reason".formatted(Seconds.of(live)));
			this.servers.awaitFirst(this.stage.half());
			awaitReason(indexer, second);
			long lastServer = this.servers.awaitSecond(this.stage.half());
			indexer.awaitReady(Application.LONGEST_START);
			Duration ready = Duration.ofNanos(System.nanoTime() - lastServer);
			assertThat(liveness.taken()).as("liveness").doesNotContain(false);
			assertThat(tooEarly.taken()).as("ready before the last server was started").doesNotContain(true);
			assertThat(ready).as("time from the last server to readiness").isLessThanOrEqualTo(SLOWEST);
			return "one start: live after %s and all the time, 503 with the reason; UP %s after the last server"
				.formatted(Seconds.of(live), Seconds.of(ready));
		}
	}

	private static void awaitReason(Application indexer, String... dependencies) {
		indexer.await("saying what it waits for", Application.LONGEST_START, () -> {
			Answer answer = indexer.readiness();
			return answer.status() == 503 && Stream.of(dependencies).allMatch(answer.body()::contains)
					&& answer.body().contains("refused");
		});
	}

	Application start(String name) {
		String queue = this.stage.unique("search.documents");
		return this.stage.application(IndexerApplication.class)
			.named(name)
			.properties(this.servers.properties())
			.property("indexer.index", this.stage.unique("documents"))
			.property("indexer.queue", queue)
			.groundwork("rabbitmq.queues[0].name", queue)
			.start();
	}

}
