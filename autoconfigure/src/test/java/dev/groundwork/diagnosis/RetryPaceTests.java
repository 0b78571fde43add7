package dev.groundwork.diagnosis;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.springframework.util.backoff.BackOffExecution;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RetryPace}.
 */
class RetryPaceTests {

	private static final long INITIAL = 200;

	private static final long MAX = 2000;

	private static final long BLOCKED = 10_000;

	private final RetryPace pace = new RetryPace(INITIAL, MAX, BLOCKED);

	@Test
	void transientFailureIsRetriedSoonAndThenMoreSlowly() {
		List<Long> intervals = intervals(FailureKind.TRANSIENT, 49);
		assertThat(intervals.get(0)).isBetween(INITIAL, 2 * INITIAL);
		assertThat(intervals).allSatisfy((interval) -> assertThat(interval).isBetween(1L, MAX));
		assertThat(intervals.subList(20, 49)).anyMatch((interval) -> interval > 2 * INITIAL);
	}

	@Test
	void twoReplicasDoNotRetryInStep() {
		RetryPace other = new RetryPace(INITIAL, MAX, BLOCKED);
		assertThat(intervals(FailureKind.TRANSIENT, 8)).isNotEqualTo(intervals(other, FailureKind.TRANSIENT, 8));
	}

	@Test
	void blockedServerIsPolledAtIntervalOfItsOwn() {
		assertThat(intervals(FailureKind.BLOCKED, 5)).containsOnly(BLOCKED);
	}

	@Test
	void paceOfTransientFailureReturnsAfterBlockage() {
		intervals(FailureKind.BLOCKED, 5);
		assertThat(intervals(FailureKind.TRANSIENT, 1).get(0)).isBetween(INITIAL, 2 * INITIAL);
	}

	@Test
	void permanentFailureIsNotRetried() {
		assertThat(this.pace.shouldRetry(failure(FailureKind.PERMANENT))).isFalse();
	}

	@Test
	void failureWithoutDiagnosisIsNotRetried() {
		assertThat(this.pace.shouldRetry(new IllegalStateException("bug"))).isFalse();
	}

	@Test
	void nothingIsRetriedOnceThreadIsInterrupted() {
		Thread.currentThread().interrupt();
		assertThat(this.pace.shouldRetry(failure(FailureKind.TRANSIENT))).isFalse();
		assertThat(Thread.interrupted()).isTrue();
	}

	@Test
	void roundEndsSoThatItsFailuresAreForgotten() {
		assertThat(intervals(FailureKind.TRANSIENT, 150)).filteredOn((interval) -> interval == BackOffExecution.STOP)
			.hasSize(3);
	}

	@Test
	void paceIsKeptOverTheRounds() {
		List<Long> firstOfSecondRound = Stream.generate(() -> new RetryPace(INITIAL, MAX, BLOCKED))
			.limit(20)
			.map((other) -> intervals(other, FailureKind.TRANSIENT, 51).get(50))
			.toList();
		assertThat(firstOfSecondRound).anyMatch((interval) -> interval > 2 * INITIAL);
	}

	private List<Long> intervals(FailureKind kind, int count) {
		return intervals(this.pace, kind, count);
	}

	private static List<Long> intervals(RetryPace pace, FailureKind kind, int count) {
		assertThat(pace.shouldRetry(failure(kind))).isTrue();
		BackOffExecution execution = pace.getBackOff().start();
		return LongStream.generate(execution::nextBackOff).limit(count).boxed().toList();
	}

	private static DiagnosedException failure(FailureKind kind) {
		return new DiagnosedException(new Diagnosis(kind, "server", "it broke", "evidence", "remedy"), null);
	}

}
