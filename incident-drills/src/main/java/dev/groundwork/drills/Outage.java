package dev.groundwork.drills;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.groundwork.drills.application.documents.DocumentsApplication;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An outage of the broker of a service that stores documents under load.
 *
 * @param stage the stage
 * @param broker the properties of the broker
 * @param begin begins the outage
 * @param end ends it, and returns when it is over
 */
record Outage(Stage stage, Map<String, String> broker, Runnable begin, Runnable end) {

	static final Duration LENGTH = Duration.ofSeconds(Long.getLong("drills.outage", 30));

	private static final Duration LOOK = Duration.ofMillis(500);

	private static final int BEFORE = 20;

	private static final Pattern IDS = Pattern.compile("\\d+");

	/**
	 * Start the service and let the outage happen.
	 * @param service the service
	 * @return what was seen
	 */
	private Aftermath happen(Application.Builder service) {
		Application documents = service.properties(this.broker).start();
		documents.awaitReady(Application.LONGEST_START);
		Samples<Answer> readiness;
		int failed;
		try (Load load = Load.on(documents)) {
			documents.await("under load", Application.LONGEST_START, () -> load.sent() >= BEFORE);
			this.begin.run();
			readiness = watch(documents);
			this.stage.tell("the outage is over after %s, %d of %d requests have failed".formatted(Seconds.of(LENGTH),
					load.failed(), load.sent()));
			this.end.run();
			failed = load.failed();
		}
		long over = System.nanoTime();
		documents.await("publishing again", Application.LONGEST_START,
				() -> documents.post("/documents", "\"0\"").status() == 201);
		documents.await("hearing of what it stored last", Application.LONGEST_START,
				() -> ids(documents, "/received").contains("0"));
		Duration recovery = Duration.ofNanos(System.nanoTime() - over);
		Set<String> stored = ids(documents, "/stored");
		Set<String> lost = new HashSet<>(stored);
		lost.removeAll(ids(documents, "/received"));
		return new Aftermath(readiness.taken(), stored.size(), failed, lost.size(), recovery);
	}

	/**
	 * Let the outage happen to a service that publishes while the request waits, as most
	 * do.
	 * @return what was seen
	 */
	String happenToDirectPublisher() {
		Aftermath aftermath = happen(this.stage.application(DocumentsApplication.class));
		assertThat(aftermath.alwaysReady()).as("readiness during the outage").isTrue();
		assertThat(aftermath.everDegraded()).as("a word about the outage").isFalse();
		assertThat(aftermath.failed()).as("failed requests").isPositive();
		assertThat(aftermath.lost()).as("documents that nobody heard of").isPositive();
		return "UP without a word; %d requests fail, and of %d stored documents %d are never heard of; again in order %s after the outage"
			.formatted(aftermath.failed(), aftermath.stored(), aftermath.lost(), Seconds.of(aftermath.recovery()));
	}

	/**
	 * Let the outage happen to a service that publishes by way of an outbox.
	 * @return what was seen
	 */
	String happenToOutbox() {
		Aftermath aftermath = happen(this.stage.application(DocumentsApplication.class)
			.property("documents.publish", "by-outbox")
			.property("spring.rabbitmq.publisher-confirm-type", "correlated")
			.property("spring.rabbitmq.publisher-returns", true));
		assertThat(aftermath.alwaysReady()).as("readiness during the outage").isTrue();
		assertThat(aftermath.everDegraded()).as("told by readiness").isTrue();
		assertThat(aftermath.failed()).as("failed requests").isZero();
		assertThat(aftermath.lost()).as("documents that nobody heard of").isZero();
		return "readiness says DEGRADED (200: no replica is taken out); the outbox of the service, with confirms, loses none of %d events and fails no request; all are heard of %s after the outage"
			.formatted(aftermath.stored(), Seconds.of(aftermath.recovery()));
	}

	private static Samples<Answer> watch(Application documents) {
		try (Samples<Answer> readiness = Samples.every(LOOK, documents::readiness)) {
			CompletableFuture.runAsync(() -> {
			}, CompletableFuture.delayedExecutor(LENGTH.toMillis(), TimeUnit.MILLISECONDS)).join();
			return readiness;
		}
	}

	private static Set<String> ids(Application documents, String path) {
		return IDS.matcher(documents.get(path).body()).results().map(MatchResult::group).collect(Collectors.toSet());
	}

	/**
	 * What is to be seen of an outage afterwards.
	 *
	 * @param readiness what readiness answered during the outage
	 * @param stored how many documents are stored
	 * @param failed how many requests failed
	 * @param lost how many documents are stored that nobody ever heard of
	 * @param recovery how long it took until the next document was heard of
	 */
	record Aftermath(List<Answer> readiness, int stored, int failed, int lost, Duration recovery) {

		boolean alwaysReady() {
			return this.readiness.stream().allMatch(Answer::isOk);
		}

		boolean everDegraded() {
			return this.readiness.stream().anyMatch((answer) -> answer.body().contains("DEGRADED"));
		}

	}

}
