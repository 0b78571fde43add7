package dev.groundwork.benchmarks;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Replicas of one application that Kubernetes probes, each at another moment, and to
 * which it sends requests for as long as any of them is ready. Every replica answers its
 * probes as the application that was recorded did.
 */
final class Fleet {

	private static final int PERIOD_MILLIS = 10_000;

	private static final int FAILURE_THRESHOLD = 3;

	private static final int STEP_MILLIS = 100;

	private final List<Answer> recorded;

	private final int replicas;

	private final Random random;

	/**
	 * Create a fleet whose replicas are all ready.
	 * @param recorded how readiness was answered over time
	 * @param replicas the number of replicas
	 * @param random gives each replica the moment of its probes
	 */
	Fleet(Answers recorded, int replicas, Random random) {
		this.recorded = recorded.all();
		this.replicas = replicas;
		this.random = random;
	}

	/**
	 * Return how many of the requests that need nothing of what was lost are served.
	 * @return the share in percent
	 */
	double percentServed() {
		int steps = (int) (this.recorded.get(this.recorded.size() - 1).atMillis() / STEP_MILLIS);
		List<boolean[]> ready = IntStream.range(0, this.replicas)
			.mapToObj((replica) -> readiness(steps, this.random.nextInt(PERIOD_MILLIS / STEP_MILLIS)))
			.toList();
		long served = IntStream.range(0, steps)
			.filter((step) -> ready.stream().anyMatch((replica) -> replica[step]))
			.count();
		return 100.0 * served / steps;
	}

	private boolean[] readiness(int steps, int phase) {
		boolean[] ready = new boolean[steps];
		int failures = 0;
		for (int step = 0; step < steps; step++) {
			if (step % (PERIOD_MILLIS / STEP_MILLIS) == phase) {
				failures = isOkAt(step * STEP_MILLIS) ? 0 : failures + 1;
			}
			ready[step] = failures < FAILURE_THRESHOLD;
		}
		return ready;
	}

	private boolean isOkAt(int millis) {
		return this.recorded.stream()
			.filter((answer) -> answer.atMillis() >= millis)
			.findFirst()
			.map(Answer::isOk)
			.orElse(false);
	}

}
