package dev.groundwork.readiness;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.diagnosis.FailureKind;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DependencyState}.
 */
class DependencyStateTests {

	private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

	@Property
	void statusIsWorseOnlyAfterAsManyFailuresInARow(@ForAll("results") List<DependencyStatus> results,
			@ForAll @IntRange(min = 1, max = 5) int failures, @ForAll @IntRange(min = 1, max = 5) int successes) {
		List<DependencyStatus> history = history(results, failures, successes);
		for (int i = 1; i < history.size(); i++) {
			if (rank(history.get(i)) > rank(history.get(i - 1)) && history.get(i - 1) != DependencyStatus.UNKNOWN) {
				int first = i - failures;
				assertThat(first).isNotNegative();
				DependencyStatus before = history.get(i - 1);
				assertThat(results.subList(first, i)).allMatch((result) -> rank(result) > rank(before));
			}
		}
	}

	@Property
	void statusIsBetterOnlyAfterAsManySuccessesInARow(@ForAll("results") List<DependencyStatus> results,
			@ForAll @IntRange(min = 1, max = 5) int failures, @ForAll @IntRange(min = 1, max = 5) int successes) {
		List<DependencyStatus> history = history(results, failures, successes);
		for (int i = 1; i < history.size(); i++) {
			DependencyStatus before = history.get(i - 1);
			if (before != DependencyStatus.UNKNOWN && rank(history.get(i)) < rank(before)) {
				assertThat(i - successes).isNotNegative();
				assertThat(results.subList(i - successes, i)).allMatch((result) -> rank(result) < rank(before));
			}
		}
	}

	@Property
	void asManyEqualResultsInARowAreAlwaysBelieved(@ForAll("results") List<DependencyStatus> results,
			@ForAll DependencyStatus last, @ForAll @IntRange(min = 1, max = 5) int failures,
			@ForAll @IntRange(min = 1, max = 5) int successes) {
		if (last == DependencyStatus.UNKNOWN) {
			return;
		}
		List<DependencyStatus> all = new ArrayList<>(results);
		for (int i = 0; i < Math.max(failures, successes); i++) {
			all.add(last);
		}
		List<DependencyStatus> history = history(all, failures, successes);
		assertThat(history.get(history.size() - 1)).isEqualTo(last);
	}

	@Property
	void oneResultOfAnotherKindBeginsTheCountAnew(@ForAll @IntRange(min = 2, max = 5) int threshold,
			@ForAll @IntRange(min = 1, max = 30) int rounds) {
		DependencyState state = up();
		CheckSchedule schedule = schedule(threshold, 1);
		for (int round = 0; round < rounds; round++) {
			for (int i = 0; i < threshold - 1; i++) {
				state = state.checked(Found.LOST, schedule, NOW);
			}
			state = state.checked(Found.NOTHING, schedule, NOW);
			assertThat(state.status()).isEqualTo(DependencyStatus.UP);
		}
	}

	@Example
	void failureSuccessFailureSuccessFailureIsNoLoss() {
		DependencyState state = up();
		for (List<Diagnosis> found : List.of(Found.LOST, Found.NOTHING, Found.LOST, Found.NOTHING, Found.LOST)) {
			state = state.checked(found, schedule(3, 1), NOW);
			assertThat(state.status()).isEqualTo(DependencyStatus.UP);
		}
	}

	@Example
	void busyIsNotDown() {
		DependencyState state = up();
		for (List<Diagnosis> found : List.of(Found.LOST, Found.BUSY, Found.LOST)) {
			state = state.checked(found, schedule(3, 1), NOW);
		}
		assertThat(state.status()).isEqualTo(DependencyStatus.DEGRADED);
	}

	@Example
	void whatWasNeverUpIsDownAtOnceAndWasNotSeen() {
		DependencyState state = DependencyState.unknown(NOW).checked(Found.LOST, schedule(3, 2), NOW);
		assertThat(state.status()).isEqualTo(DependencyStatus.DOWN);
		assertThat(state.seen()).isFalse();
		assertThat(state.checked(Found.NOTHING, schedule(3, 2), NOW).seen()).isFalse();
	}

	@Example
	void whatIsReportedCountsAtOnce() {
		DependencyState state = up().reported(Found.LOST, NOW);
		assertThat(state.status()).isEqualTo(DependencyStatus.DOWN);
		assertThat(state.checked(Found.NOTHING, schedule(3, 2), NOW).status()).isEqualTo(DependencyStatus.DOWN);
		assertThat(state.checked(Found.NOTHING, schedule(3, 1), NOW).status()).isEqualTo(DependencyStatus.UP);
	}

	@Example
	void sinceIsWhenTheStatusChangedAndReasonIsTheLatest() {
		DependencyState state = up().reported(Found.LOST, NOW);
		Diagnosis later = Found.of(FailureKind.PERMANENT, "login refused");
		DependencyState next = state.checked(List.of(later), schedule(3, 1), NOW.plusSeconds(5));
		assertThat(next.since()).isEqualTo(NOW);
		assertThat(next.reason()).isEqualTo(later);
		DependencyState back = next.checked(Found.NOTHING, schedule(3, 1), NOW.plusSeconds(9));
		assertThat(back.since()).isEqualTo(NOW.plusSeconds(9));
		assertThat(back.reason()).isNull();
	}

	@Example
	void theWorstOfSeveralDiagnosesDecides() {
		List<Diagnosis> both = List.of(Found.of(FailureKind.BLOCKED, "busy"), Found.of(FailureKind.TRANSIENT, "lost"));
		DependencyState state = up().reported(both, NOW);
		assertThat(state.status()).isEqualTo(DependencyStatus.DOWN);
		assertThat(state.reason()).isEqualTo(both.get(1));
	}

	@Provide
	Arbitrary<List<DependencyStatus>> results() {
		return Arbitraries.of(DependencyStatus.UP, DependencyStatus.DEGRADED, DependencyStatus.DOWN)
			.list()
			.ofMaxSize(60);
	}

	private static List<DependencyStatus> history(List<DependencyStatus> results, int failures, int successes) {
		List<DependencyStatus> history = new ArrayList<>();
		DependencyState state = DependencyState.unknown(NOW);
		history.add(state.status());
		for (DependencyStatus result : results) {
			state = state.checked(Found.of(result), schedule(failures, successes), NOW);
			history.add(state.status());
		}
		return history;
	}

	private static int rank(DependencyStatus status) {
		return status.ordinal();
	}

	private static DependencyState up() {
		return DependencyState.unknown(NOW).reported(Found.NOTHING, NOW);
	}

	private static CheckSchedule schedule(int failures, int successes) {
		return new CheckSchedule(Duration.ofSeconds(10), Duration.ofSeconds(2), failures, successes);
	}

}
