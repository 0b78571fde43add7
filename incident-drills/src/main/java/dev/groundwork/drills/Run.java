package dev.groundwork.drills;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A run of drills. The halves of a drill are played side by side.
 */
final class Run {

	private static final Duration LONGEST_HALF = Duration.ofMinutes(12);

	private final Servers servers;

	private final Path folder;

	private final ClassData classData;

	private final Progress progress;

	Run(Servers servers, Path folder, Progress progress) {
		this.servers = servers;
		this.folder = folder;
		this.classData = new ClassData(folder);
		this.progress = progress;
	}

	/**
	 * Play drills at the same time.
	 * @param drills the drills
	 * @return what was seen, in the same order
	 * @throws InterruptedException if the run is interrupted
	 */
	List<Result> play(List<Drill> drills) throws InterruptedException {
		ExecutorService threads = Executors.newCachedThreadPool();
		try {
			List<Playing> playing = drills.stream().map((drill) -> begin(drill, threads)).toList();
			List<Result> results = new ArrayList<>();
			for (Playing drill : playing) {
				results.add(drill.end());
			}
			return results;
		}
		finally {
			threads.shutdownNow();
			this.servers.closeLate();
		}
	}

	private Playing begin(Drill drill, ExecutorService threads) {
		return new Playing(drill, threads.submit(() -> play(drill, Half.PLAIN)),
				threads.submit(() -> play(drill, Half.GROUNDWORK)));
	}

	private Observation play(Drill drill, Half half) {
		this.classData.prepare(half);
		long startedAt = System.nanoTime();
		try (Stage stage = new Stage(drill, half, this.servers, this.folder, this.classData, this.progress)) {
			String sentence = half.play(drill, stage);
			stage.tell(sentence);
			return new Observation(true, sentence, since(startedAt));
		}
		// What is asserted ends as an Error
		catch (Exception | AssertionError ex) {
			Failure failure = Failure.of(ex);
			this.progress.tell("%s, %s".formatted(drill.name(), half), "NOT SHOWN: " + failure.summary());
			failure.write(this.folder.resolve(drill.name()).resolve(half.toString()).resolve("failure.txt"));
			return new Observation(false, failure.summary(), since(startedAt));
		}
	}

	private static Duration since(long startedAt) {
		return Duration.ofNanos(System.nanoTime() - startedAt);
	}

	/**
	 * A drill whose halves are being played.
	 *
	 * @param drill the drill
	 * @param plain the half on plain Spring Boot
	 * @param groundwork the half with Groundwork
	 */
	private record Playing(Drill drill, Future<Observation> plain, Future<Observation> groundwork) {

		Result end() throws InterruptedException {
			return new Result(this.drill, end(this.plain), end(this.groundwork));
		}

		private static Observation end(Future<Observation> half) throws InterruptedException {
			try {
				return half.get(LONGEST_HALF.toSeconds(), TimeUnit.SECONDS);
			}
			catch (TimeoutException ex) {
				half.cancel(true);
				return new Observation(false, "no end within " + Seconds.of(LONGEST_HALF), LONGEST_HALF);
			}
			catch (ExecutionException ex) {
				throw new IllegalStateException(ex.getCause());
			}
		}

	}

}
