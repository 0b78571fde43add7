package dev.groundwork.drills;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What readiness said and whether a port was bound, each 100 ms from the start of a
 * service until both were there.
 *
 * @param taken the readings
 */
record Readings(List<Reading> taken) {

	private static final Duration INTERVAL = Duration.ofMillis(100);

	static Readings take(Application application, int port, Duration limit) {
		try (Samples<Reading> samples = Samples.every(INTERVAL, () -> Reading.take(application, port))) {
			application.await("ready, with its port bound", limit,
					() -> samples.taken().stream().anyMatch(Reading::complete));
			return new Readings(samples.taken());
		}
	}

	int size() {
		return this.taken.size();
	}

	long falselyReady() {
		return this.taken.stream().filter((reading) -> reading.ready() && !reading.bound()).count();
	}

	Duration ready() {
		return first(Reading::ready);
	}

	Duration bound() {
		return first(Reading::bound);
	}

	private Duration first(Predicate<Reading> condition) {
		return this.taken.stream().filter(condition).findFirst().orElseThrow().asked();
	}

	void write(Path file) throws IOException {
		Files.write(file,
				Stream
					.concat(Stream.of("ms,readiness,bound"),
							this.taken
								.stream()
								.map((reading) -> "%d,%d,%b".formatted(reading.asked().toMillis(), reading.status(),
										reading.bound())))
					.toList());
	}

	/**
	 * One reading.
	 *
	 * @param asked when readiness was asked, after the start of the process
	 * @param status the status code of the answer
	 * @param bound whether the port accepted a connection after that
	 */
	record Reading(Duration asked, int status, boolean bound) {

		static Reading take(Application application, int port) {
			Duration asked = application.sinceStart();
			int status = application.readiness().status();
			// In this order: a port that refuses now was not bound when readiness
			// answered
			return new Reading(asked, status, !Http.isRefused(port));
		}

		boolean complete() {
			return ready() && this.bound;
		}

		boolean ready() {
			return this.status == 200;
		}

	}

}
