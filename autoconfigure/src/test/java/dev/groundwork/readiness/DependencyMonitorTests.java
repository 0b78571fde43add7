package dev.groundwork.readiness;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

import dev.groundwork.diagnosis.Diagnosis;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DependencyMonitor}.
 */
class DependencyMonitorTests {

	private static final Duration INTERVAL = Duration.ofSeconds(10);

	private final TestClock clock = new TestClock();

	private final List<String> transitions = new ArrayList<>();

	private final ScriptedCheck check = new ScriptedCheck();

	/**
	 * What was handed to the executor and has not run yet.
	 */
	private final Deque<Runnable> threads = new ArrayDeque<>();

	private boolean hanging;

	private final DependencyMonitor monitor = monitor(this::execute);

	private DependencyMonitor monitor(Executor executor) {
		return new DependencyMonitor(
				new WatchedDependency(this.check, DependencyPolicy.STARTUP,
						new CheckSchedule(INTERVAL, Duration.ofSeconds(2), 3, 1), Duration.ofSeconds(30)),
				this.clock, this.clock, executor, () -> 1,
				(before, after) -> this.transitions.add(before.status() + ">" + after.status()));
	}

	private void execute(Runnable action) {
		if (this.hanging) {
			this.threads.add(action);
		}
		else {
			action.run();
		}
	}

	@Test
	void nothingIsKnownBeforeTheFirstCheckHasEnded() {
		assertThat(this.monitor.snapshot().status()).isEqualTo(DependencyStatus.UNKNOWN);
		assertThat(this.check.count).isZero();
	}

	@Test
	void firstCheckIsAtOnceAndTheNextAfterTheInterval() {
		this.monitor.start();
		this.clock.pass(Duration.ZERO);
		assertThat(this.check.count).isEqualTo(1);
		this.clock.pass(INTERVAL.minusMillis(1));
		assertThat(this.check.count).isEqualTo(1);
		this.clock.pass(Duration.ofMillis(1));
		assertThat(this.check.count).isEqualTo(2);
	}

	@Test
	void startedTwiceItChecksOnce() {
		this.monitor.start();
		this.monitor.start();
		this.clock.pass(Duration.ZERO);
		assertThat(this.check.count).isEqualTo(1);
	}

	@Test
	void afterAFailureItIsCheckedAgainWithinASecond() {
		up();
		this.check.found = Found.LOST;
		this.clock.pass(INTERVAL);
		assertThat(this.monitor.snapshot().status()).isEqualTo(DependencyStatus.UP);
		this.clock.pass(Duration.ofSeconds(2));
		assertThat(this.monitor.snapshot().status()).isEqualTo(DependencyStatus.DOWN);
		assertThat(this.monitor.snapshot().reason()).isEqualTo(Found.LOST.get(0));
		this.check.found = Found.NOTHING;
		this.clock.pass(Duration.ofSeconds(1));
		assertThat(this.monitor.snapshot().status()).isEqualTo(DependencyStatus.UP);
		assertThat(this.transitions).containsExactly("UNKNOWN>UP", "UP>DOWN", "DOWN>UP");
	}

	@Test
	void whatThrowsIsDown() {
		this.check.failure = new IllegalStateException("bad");
		this.monitor.start();
		this.clock.pass(Duration.ZERO);
		assertThat(this.monitor.snapshot().status()).isEqualTo(DependencyStatus.DOWN);
		assertThat(this.monitor.snapshot().reason()).extracting(Diagnosis::evidence).asString().contains("bad");
	}

	@Test
	void anErrorEndsNeitherTheCheckNorTheWatch() {
		this.check.failure = new NoClassDefFoundError("gone");
		this.monitor.start();
		this.clock.pass(Duration.ZERO);
		this.check.failure = null;
		this.clock.pass(Duration.ofSeconds(1));
		assertThat(this.monitor.snapshot().status()).isEqualTo(DependencyStatus.UP);
	}

	@Test
	void aCheckThatDoesNotReturnInTimeIsHungAndNoOtherBegins() {
		up();
		this.hanging = true;
		this.clock.pass(INTERVAL);
		Instant begun = this.clock.instant();
		assertThat(this.monitor.snapshot().hung()).isNull();
		this.clock.pass(Duration.ofSeconds(2));
		assertThat(this.monitor.snapshot().hung()).extracting(HungCheck::since).isEqualTo(begun);
		assertThat(this.monitor.snapshot().status()).isEqualTo(DependencyStatus.UP);
		this.clock.pass(Duration.ofSeconds(2));
		assertThat(this.monitor.snapshot().status()).isEqualTo(DependencyStatus.DOWN);
		assertThat(this.monitor.snapshot().reason()).extracting(Diagnosis::cause)
			.isEqualTo("the check hangs for 4000 ms");
		this.clock.pass(Duration.ofHours(1));
		assertThat(this.threads).hasSize(1);
		assertThat(this.check.count).isEqualTo(1);
		assertThat(this.clock.waiting()).isEqualTo(1);
	}

	@Test
	void aCheckThatHungCountsAgainWhenItReturns() {
		up();
		this.hanging = true;
		this.clock.pass(INTERVAL.plusSeconds(60));
		this.hanging = false;
		this.threads.remove().run();
		assertThat(this.monitor.snapshot().hung()).isNull();
		assertThat(this.monitor.snapshot().status()).isEqualTo(DependencyStatus.UP);
		this.clock.pass(INTERVAL);
		assertThat(this.check.count).isEqualTo(3);
	}

	@Test
	void whatIsReportedCountsAtOnceAndIsCheckedAtOnce() {
		up();
		this.hanging = true;
		this.monitor.report(Found.LOST);
		assertThat(this.monitor.snapshot().status()).isEqualTo(DependencyStatus.DOWN);
		this.clock.pass(Duration.ZERO);
		assertThat(this.threads).hasSize(1);
	}

	@Test
	void goodNewsAreCheckedAndNotBelieved() {
		this.check.found = Found.LOST;
		this.monitor.start();
		this.clock.pass(Duration.ZERO);
		this.monitor.report(Found.NOTHING);
		assertThat(this.monitor.snapshot().status()).isEqualTo(DependencyStatus.DOWN);
		this.clock.pass(Duration.ZERO);
		assertThat(this.check.count).isEqualTo(2);
	}

	@Test
	void aCheckThatBeganBeforeTheReportDoesNotContradictIt() {
		up();
		this.hanging = true;
		this.clock.pass(INTERVAL);
		this.monitor.report(Found.LOST);
		this.threads.remove().run();
		assertThat(this.monitor.snapshot().status()).isEqualTo(DependencyStatus.DOWN);
		this.clock.pass(Duration.ZERO);
		this.threads.remove().run();
		assertThat(this.monitor.snapshot().status()).isEqualTo(DependencyStatus.UP);
	}

	@Test
	void manyReportsLeaveOneTimer() {
		up();
		for (int i = 0; i < 100; i++) {
			this.monitor.report(Found.LOST);
		}
		assertThat(this.clock.waiting()).isEqualTo(1);
	}

	@Test
	void afterTheEndNothingIsCheckedAndNothingChanges() {
		up();
		this.hanging = true;
		this.clock.pass(INTERVAL);
		this.monitor.stop();
		this.check.found = Found.LOST;
		this.threads.remove().run();
		this.monitor.report(Found.LOST);
		this.clock.pass(Duration.ofHours(1));
		assertThat(this.monitor.snapshot().status()).isEqualTo(DependencyStatus.UP);
		assertThat(this.threads).isEmpty();
		assertThat(this.clock.waiting()).isZero();
	}

	@Test
	void whereNoThreadCanBeHadTheCheckHasFailedAndIsTriedAgain() {
		DependencyMonitor starved = monitor((action) -> {
			throw new RejectedExecutionException("full");
		});
		starved.start();
		this.clock.pass(Duration.ZERO);
		assertThat(starved.snapshot().status()).isEqualTo(DependencyStatus.DOWN);
		assertThat(this.clock.waiting()).isEqualTo(1);
	}

	@Test
	void itIsSatisfiedOnceItNoLongerHoldsBack() {
		this.check.found = Found.LOST;
		this.monitor.start();
		this.clock.pass(Duration.ZERO);
		assertThat(this.monitor.satisfied()).isNotDone();
		this.check.found = Found.BUSY;
		this.clock.pass(Duration.ofSeconds(1));
		assertThat(this.monitor.satisfied()).isDone();
	}

	@Test
	void whatTheStartVerifiesIsUpWithoutCheckWhenTheStartIsCompleted() {
		this.check.verifiedByStart = true;
		this.monitor.start();
		this.clock.pass(Duration.ofSeconds(1));
		this.monitor.startCompleted();
		assertThat(this.check.count).isZero();
		assertThat(this.monitor.snapshot().status()).isEqualTo(DependencyStatus.UP);
		assertThat(this.monitor.satisfied()).isDone();
		this.clock.pass(Duration.ofSeconds(1));
		assertThat(this.check.count).isEqualTo(1);
	}

	@Test
	void whatTheStartVerifiesIsCheckedIfTheStartTakesLong() {
		this.check.verifiedByStart = true;
		this.check.found = Found.LOST;
		this.monitor.start();
		this.clock.pass(INTERVAL);
		assertThat(this.check.count).isEqualTo(1);
	}

	@Test
	void whatHoldsBackReadinessWhenTheStartIsCompletedIsCheckedAtOnce() {
		this.check.found = Found.LOST;
		this.monitor.start();
		this.clock.pass(Duration.ZERO);
		this.check.found = Found.NOTHING;
		this.monitor.startCompleted();
		this.clock.pass(Duration.ZERO);
		assertThat(this.monitor.satisfied()).isDone();
	}

	@Test
	void whatHasBeenDownForTooLongIsBroken() {
		up();
		this.monitor.report(Found.LOST);
		this.check.found = Found.LOST;
		this.clock.pass(Duration.ofSeconds(29));
		assertThat(this.monitor.isBroken()).isFalse();
		this.clock.pass(Duration.ofSeconds(1));
		assertThat(this.monitor.isBroken()).isTrue();
	}

	@Test
	void whatWasNeverUpIsNotBroken() {
		this.check.found = Found.LOST;
		this.monitor.start();
		this.clock.pass(Duration.ofHours(1));
		assertThat(this.monitor.isBroken()).isFalse();
	}

	private void up() {
		this.monitor.start();
		this.clock.pass(Duration.ZERO);
		assertThat(this.monitor.snapshot().status()).isEqualTo(DependencyStatus.UP);
	}

	/**
	 * A check that finds what it is told to.
	 */
	private static final class ScriptedCheck implements DependencyCheck {

		private List<Diagnosis> found = Found.NOTHING;

		private @Nullable Throwable failure;

		private boolean verifiedByStart;

		private int count;

		@Override
		public String getName() {
			return "scripted";
		}

		@Override
		public boolean isVerifiedByStart() {
			return this.verifiedByStart;
		}

		@Override
		public List<Diagnosis> check() throws Exception {
			this.count++;
			if (this.failure instanceof Error error) {
				throw error;
			}
			if (this.failure instanceof RuntimeException exception) {
				throw exception;
			}
			return this.found;
		}

	}

}
