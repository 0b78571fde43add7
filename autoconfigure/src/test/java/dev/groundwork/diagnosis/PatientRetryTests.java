package dev.groundwork.diagnosis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Tests for {@link PatientRetry}.
 */
@Timeout(20)
class PatientRetryTests {

	private static final Duration TINY = Duration.ofMillis(1);

	private static final Duration LONG = Duration.ofMinutes(1);

	private final PatientRetry retry = new PatientRetry(TINY, TINY, TINY);

	private final List<String> events = new ArrayList<>();

	private int attempts;

	@Test
	void resultOfFirstAttemptIsReturned() throws InterruptedException {
		assertThat(run(() -> "done")).isEqualTo("done");
		assertThat(this.events).containsExactly("attempt");
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = "PERMANENT")
	void listenerIsToldBeforeEachRetry(FailureKind kind) throws InterruptedException {
		assertThat(run(failing(2, kind))).isEqualTo("done");
		assertThat(this.events).containsExactly("attempt", "told of failure 1", "attempt", "told of failure 2",
				"attempt");
	}

	@Test
	void permanentFailureIsNeitherRetriedNorTold() {
		assertThatExceptionOfType(DiagnosedException.class).isThrownBy(() -> run(failing(1, FailureKind.PERMANENT)))
			.withMessage("server: failure 1");
		assertThat(this.events).containsExactly("attempt");
	}

	@Test
	void permanentFailureAfterTransientOnesEndsIt() {
		assertThatExceptionOfType(DiagnosedException.class).isThrownBy(() -> run(() -> {
			throw failure((this.attempts++ < 2) ? FailureKind.TRANSIENT : FailureKind.PERMANENT, "again");
		}));
		assertThat(this.attempts).isEqualTo(3);
	}

	@Test
	void permanentFailureAmongTransientOnesEndsIt() {
		List<Diagnosis> diagnoses = List.of(diagnosis(FailureKind.TRANSIENT, "one"),
				diagnosis(FailureKind.PERMANENT, "two"));
		assertThatExceptionOfType(DiagnosedException.class).isThrownBy(() -> run(() -> {
			throw new DiagnosedException(diagnoses, null);
		})).satisfies((ex) -> assertThat(ex.getDiagnoses()).isEqualTo(diagnoses));
		assertThat(this.events).containsExactly("attempt");
	}

	@Test
	void waitGoesOnBeyondOneRound() throws InterruptedException {
		assertThat(run(failing(120, FailureKind.TRANSIENT))).isEqualTo("done");
		assertThat(this.events).hasSize(241).endsWith("told of failure 120", "attempt");
	}

	@Test
	void unexpectedFailureIsPermanentAndKeepsItsCause() {
		IllegalStateException bug = new IllegalStateException("bug");
		assertThatExceptionOfType(DiagnosedException.class).isThrownBy(() -> run(() -> {
			throw bug;
		})).withCause(bug).satisfies((ex) -> {
			Diagnosis diagnosis = ex.getDiagnoses().get(0);
			assertThat(diagnosis.kind()).isEqualTo(FailureKind.PERMANENT);
			assertThat(diagnosis.summary()).isEqualTo("server: unexpected failure");
			assertThat(diagnosis.evidence()).isEqualTo("java.lang.IllegalStateException: bug");
		});
		assertThat(this.events).containsExactly("attempt");
	}

	@Test
	void unexpectedErrorIsPermanentAndKeepsItsCause() {
		LinkageError error = new LinkageError("class is missing");
		assertThatExceptionOfType(DiagnosedException.class).isThrownBy(() -> run(() -> {
			throw error;
		})).withCause(error);
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = "PERMANENT")
	void interruptEndsTheWaitSoon(FailureKind kind) throws Exception {
		PatientRetry patient = new PatientRetry(LONG, LONG, LONG);
		CountDownLatch waiting = new CountDownLatch(1);
		CompletableFuture<Throwable> ended = new CompletableFuture<>();
		Thread thread = new Thread(() -> ended.complete(catchThrowable(() -> patient.run("server", () -> {
			throw failure(kind, "down");
		}, (diagnosis) -> waiting.countDown()))));
		thread.start();
		assertThat(waiting.await(5, TimeUnit.SECONDS)).isTrue();
		thread.interrupt();
		assertThat(ended.get(2, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class)
			.hasMessage("Interrupted while waiting for server");
	}

	@Test
	void interruptDuringAttemptIsNeitherToldNorTriedAgain() {
		assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> run(() -> {
			Thread.currentThread().interrupt();
			throw failure(FailureKind.TRANSIENT, "down");
		}));
		assertThat(this.events).containsExactly("attempt");
	}

	@Test
	void blockedServerIsNotPolledAtPaceOfTransientFailures() throws Exception {
		PatientRetry impatient = new PatientRetry(TINY, TINY, LONG);
		AtomicInteger polls = new AtomicInteger();
		CountDownLatch blocked = new CountDownLatch(1);
		Thread thread = new Thread(() -> catchThrowable(() -> impatient.run("server", () -> {
			throw failure((polls.incrementAndGet() < 3) ? FailureKind.TRANSIENT : FailureKind.BLOCKED, "disk full");
		}, (diagnosis) -> {
			if (diagnosis.kind() == FailureKind.BLOCKED) {
				blocked.countDown();
			}
		})));
		thread.start();
		assertThat(blocked.await(5, TimeUnit.SECONDS)).isTrue();
		thread.join(100);
		assertThat(polls).hasValue(3);
		thread.interrupt();
		thread.join(5000);
		assertThat(thread.isAlive()).isFalse();
	}

	private <T> T run(Supplier<T> attempt) throws InterruptedException {
		return this.retry.run("server", () -> {
			this.events.add("attempt");
			return attempt.get();
		}, (diagnosis) -> this.events.add("told of " + diagnosis.cause()));
	}

	private Supplier<String> failing(int times, FailureKind kind) {
		return () -> {
			if (++this.attempts <= times) {
				throw failure(kind, "failure " + this.attempts);
			}
			return "done";
		};
	}

	private static DiagnosedException failure(FailureKind kind, String cause) {
		return new DiagnosedException(diagnosis(kind, cause), null);
	}

	private static Diagnosis diagnosis(FailureKind kind, String cause) {
		return new Diagnosis(kind, "server", cause, "evidence", "remedy");
	}

}
