package dev.groundwork.startup;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import dev.groundwork.diagnosis.DiagnosedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link RunningTask}.
 */
@Timeout(20)
@ExtendWith(OutputCaptureExtension.class)
class RunningTaskTests {

	private final MutableClock clock = new MutableClock();

	@Test
	void waitIsNoticedAtMostOnceInTenSeconds(CapturedOutput output) {
		waitFor("broker", 25);
		assertThat(notices(output)).containsExactly("Waiting for broker, for 0 s: attempt 0",
				"Waiting for broker, for 10 s: attempt 10", "Waiting for broker, for 20 s: attempt 20");
	}

	@Test
	void eachTaskHasNoticesOfItsOwn(CapturedOutput output) {
		waitFor("broker", 2);
		waitFor("search", 2);
		assertThat(notices(output)).containsExactly("Waiting for broker, for 0 s: attempt 0",
				"Waiting for search, for 0 s: attempt 0");
	}

	@Test
	void stackTraceOfAnExceptionOfTheTasksOwnIsLogged(CapturedOutput output) {
		RunningTask task = new RunningTask(TestTask.named("cache").running((progress) -> {
			throw new IllegalStateException("no such region");
		}), this.clock);
		assertThatExceptionOfType(DiagnosedException.class).isThrownBy(task::run);
		assertThat(output).contains("Start-up task 'cache' failed unexpectedly")
			.contains("java.lang.IllegalStateException: no such region")
			.contains("at dev.groundwork.startup");
	}

	@Test
	void latestReasonIsShownAlsoBetweenNotices() {
		RunningTask[] task = new RunningTask[1];
		task[0] = new RunningTask(TestTask.named("broker").running((progress) -> {
			progress.waitingFor("first");
			progress.waitingFor("second");
			assertThat(task[0].snapshot().waitingFor()).isEqualTo("second");
		}), this.clock);
		task[0].run();
		assertThat(task[0].snapshot().isDone()).isTrue();
	}

	@Test
	void reasonGivenWhenTaskIsDoneIsIgnored() {
		RunningTask task = new RunningTask(TestTask.named("broker"), this.clock);
		task.run();
		task.waitingFor("too late");
		assertThat(task.snapshot().isDone()).isTrue();
		assertThat(task.snapshot().waitingFor()).isNull();
	}

	@Test
	void reasonGivenWhileTaskEndsDoesNotReopenIt() throws Exception {
		CountDownLatch insideUpdate = new CountDownLatch(1);
		CountDownLatch ended = new CountDownLatch(1);
		Thread[] reporter = new Thread[1];
		MutableClock slowForReporter = new MutableClock() {

			@Override
			public Instant instant() {
				if (Thread.currentThread() == reporter[0] && insideUpdate.getCount() > 0) {
					insideUpdate.countDown();
					awaitBriefly(ended);
				}
				return super.instant();
			}

		};
		RunningTask task = new RunningTask(TestTask.named("broker").running((progress) -> {
			reporter[0] = new Thread(() -> progress.waitingFor("connection refused"));
			reporter[0].start();
			assertThat(insideUpdate.await(5, TimeUnit.SECONDS)).isTrue();
		}), slowForReporter);
		CompletableFuture.runAsync(() -> {
			task.run();
			ended.countDown();
		}).get(10, TimeUnit.SECONDS);
		reporter[0].join(5000);
		assertThat(task.snapshot().isDone()).isTrue();
	}

	@Test
	void progressOfQuickTaskIsNotLogged(CapturedOutput output) {
		progress(3);
		assertThat(output).doesNotContain("is getting on");
	}

	@Test
	void progressOfSlowTaskIsLoggedEveryTenSeconds(CapturedOutput output) {
		progress(25);
		assertThat(output).contains("Task copy is getting on, after 10 s: 10 of 25")
			.contains("Task copy is getting on, after 20 s: 20 of 25")
			.doesNotContain("after 11 s");
	}

	private void progress(int seconds) {
		new RunningTask(TestTask.named("copy").running((progress) -> {
			for (int i = 0; i < seconds; i++) {
				progress.progressed("%d of %d".formatted(i, seconds));
				this.clock.advance(Duration.ofSeconds(1));
			}
		}), this.clock).run();
	}

	private static void awaitBriefly(CountDownLatch latch) {
		try {
			latch.await(300, TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void waitFor(String name, int seconds) {
		new RunningTask(TestTask.named(name).running((progress) -> {
			for (int i = 0; i < seconds; i++) {
				progress.waitingFor("attempt " + i);
				this.clock.advance(Duration.ofSeconds(1));
			}
		}), this.clock).run();
	}

	private static Iterable<String> notices(CapturedOutput output) {
		return output.toString()
			.lines()
			.filter((line) -> line.contains("Waiting for "))
			.map((line) -> line.substring(line.indexOf("Waiting for ")))
			.toList();
	}

}
