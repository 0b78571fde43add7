package dev.groundwork.drills;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * A Deployment of one replica with {@code maxSurge: 1} and {@code maxUnavailable: 0}: a
 * new replica is started beside the old one, gets all traffic when it is ready, and only
 * then the old one is stopped. One that ends before is started again.
 */
final class Rollout {

	private static final Duration LONGEST_STOP = Duration.ofSeconds(30);

	private final List<Integer> exitCodes = new ArrayList<>();

	private volatile Application inService;

	Rollout(Application replica) {
		this.inService = replica;
		replica.awaitReady(Application.LONGEST_START);
	}

	/**
	 * Return the replica that gets the traffic.
	 * @return the replica
	 */
	Application inService() {
		return this.inService;
	}

	/**
	 * Return how the replicas ended that never became ready.
	 * @return their exit codes, in order
	 */
	List<Integer> exitCodes() {
		return List.copyOf(this.exitCodes);
	}

	/**
	 * Roll out a release, or give up.
	 * @param release starts a replica of it, given how many were started before
	 * @param starts how often one is started at most
	 * @return how long that took
	 */
	Duration to(IntFunction<Application> release, int starts) {
		long startedAt = System.nanoTime();
		boolean ready = false;
		for (int start = 0; start < starts && !ready; start++) {
			Application replica = release.apply(start);
			ready = replica.becomesReady(Application.LONGEST_START);
			if (ready) {
				Application old = this.inService;
				this.inService = replica;
				old.stop(LONGEST_STOP);
			}
			else {
				this.exitCodes.add(replica.awaitExit(Duration.ZERO));
			}
		}
		return Duration.ofNanos(System.nanoTime() - startedAt);
	}

}
