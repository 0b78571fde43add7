package dev.groundwork.readiness;

import java.time.Instant;
import java.util.List;

import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.diagnosis.FailureKind;
import org.jspecify.annotations.Nullable;

/**
 * What results in a row say about a dependency.
 *
 * @param status the status of the dependency
 * @param seen whether it has been up or degraded once
 * @param since since when it has had this status
 * @param reason why it is not up, or {@code null}
 * @param results the latest results
 */
record DependencyState(DependencyStatus status, boolean seen, Instant since, @Nullable Diagnosis reason,
		CheckResults results) {

	static DependencyState unknown(Instant now) {
		return new DependencyState(DependencyStatus.UNKNOWN, false, now, null, CheckResults.NONE);
	}

	/**
	 * A check has ended.
	 * @param found what is wrong, empty if nothing is
	 * @param schedule how many results in a row count
	 * @param now the time
	 * @return the next state
	 */
	DependencyState checked(List<Diagnosis> found, CheckSchedule schedule, Instant now) {
		CheckResults latest = this.results.and(status(found));
		return with(latest.decide(this.status, schedule), latest, found, now);
	}

	/**
	 * Somebody who knows has told, which needs no second result.
	 * @param found what is wrong, empty if nothing is
	 * @param now the time
	 * @return the next state
	 */
	DependencyState reported(List<Diagnosis> found, Instant now) {
		DependencyStatus told = status(found);
		return with(told, CheckResults.NONE.and(told), found, now);
	}

	private DependencyState with(DependencyStatus next, CheckResults latest, List<Diagnosis> found, Instant now) {
		boolean isThere = next == DependencyStatus.UP || next == DependencyStatus.DEGRADED;
		return new DependencyState(next, this.seen || isThere, (next == this.status) ? this.since : now,
				reason(next, found), latest);
	}

	private @Nullable Diagnosis reason(DependencyStatus next, List<Diagnosis> found) {
		if (next == DependencyStatus.UP) {
			return null;
		}
		boolean explains = status(found).compareTo(next) >= 0 || this.reason == null;
		return (explains && !found.isEmpty()) ? worst(found) : this.reason;
	}

	/**
	 * Return whether the last result leaves nothing to find out soon.
	 * @return whether the dependency is up and the last result was
	 */
	boolean isSettled() {
		return this.status == DependencyStatus.UP && this.results.notUps() == 0;
	}

	private static Diagnosis worst(List<Diagnosis> found) {
		return found.stream()
			.filter((diagnosis) -> diagnosis.kind() != FailureKind.BLOCKED)
			.findFirst()
			.orElse(found.get(0));
	}

	static DependencyStatus status(List<Diagnosis> found) {
		if (found.isEmpty()) {
			return DependencyStatus.UP;
		}
		return (worst(found).kind() == FailureKind.BLOCKED) ? DependencyStatus.DEGRADED : DependencyStatus.DOWN;
	}

}
