package dev.groundwork.benchmarks;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Requests at a steady pace, whether those before have been answered or not.
 */
final class RequestSeries {

	/**
	 * How long an answer is waited for, as by Kubernetes where nothing is configured.
	 */
	static final Duration PATIENCE = Duration.ofSeconds(1);

	private final URI uri;

	private final int perSecond;

	private final HttpClient client = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(PATIENCE)
		.build();

	RequestSeries(URI uri, int perSecond) {
		this.uri = uri;
		this.perSecond = perSecond;
	}

	/**
	 * Send the requests.
	 * @param duration for how long
	 * @return completes when all are answered
	 */
	CompletableFuture<Answers> run(Duration duration) {
		int count = (int) (duration.toMillis() * this.perSecond / 1_000);
		ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor();
		List<CompletableFuture<Answer>> answers = new ArrayList<>();
		CompletableFuture<Void> sent = new CompletableFuture<>();
		long start = System.nanoTime();
		pace.scheduleAtFixedRate(() -> {
			answers.add(ask(start));
			if (answers.size() == count) {
				pace.shutdown();
				sent.complete(null);
			}
		}, 0, 1_000_000 / this.perSecond, TimeUnit.MICROSECONDS);
		return sent.thenCompose((done) -> CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)))
			.thenApply((done) -> new Answers(answers.stream().map(CompletableFuture::join).toList()));
	}

	private CompletableFuture<Answer> ask(long start) {
		long before = System.nanoTime();
		HttpRequest request = HttpRequest.newBuilder(this.uri).timeout(PATIENCE).build();
		return this.client.sendAsync(request, BodyHandlers.discarding())
			.thenApply(HttpResponse::statusCode)
			.exceptionally((failure) -> Answer.NONE)
			.thenApply((status) -> new Answer((before - start) / 1e6, (System.nanoTime() - before) / 1e6, status));
	}

}
