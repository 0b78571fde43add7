package dev.groundwork.startup;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;

import dev.groundwork.diagnosis.DiagnosedException;
import dev.groundwork.diagnosis.Diagnosis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.metrics.ApplicationStartup;
import org.springframework.core.metrics.StartupStep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link StartupWatchdog}.
 */
@Timeout(30)
@ExtendWith(OutputCaptureExtension.class)
class StartupWatchdogTests {

	private static final Duration DEADLINE = Duration.ofSeconds(100);

	private final MutableClock clock = new MutableClock();

	private final StartupObservation observation = new StartupObservation(Thread.currentThread(), this.clock);

	private final ApplicationStartup steps = this.observation.observe(ApplicationStartup.DEFAULT);

	private final List<DiagnosedException> ends = new ArrayList<>();

	private final List<Thread> threads = new ArrayList<>();

	private final CountDownLatch release = new CountDownLatch(1);

	@AfterEach
	void stop() {
		this.release.countDown();
		this.threads.forEach(Thread::interrupt);
	}

	@Test
	void halfAndNineTenthsOfTheDeadlineAreToldOnceEach(CapturedOutput output) {
		StartupWatchdog watchdog = watchdog(OnDeadline.STAY_UNREADY);
		bean("cache");
		watchdog.check();
		checkAfter(watchdog, 49);
		assertThat(output).doesNotContain("No progress");
		checkAfter(watchdog, 1);
		checkAfter(watchdog, 1);
		assertThat(output).containsOnlyOnce("No progress of the start for 50.0 s, 50 % of its deadline")
			.contains("the application context → cache (creates it,")
			.contains("Thread '%s' (RUNNABLE)".formatted(Thread.currentThread().getName()))
			.contains("StartupWatchdogTests.halfAndNineTenths");
		checkAfter(watchdog, 39);
		checkAfter(watchdog, 1);
		assertThat(output).containsOnlyOnce("90 % of its deadline");
	}

	@Test
	void everyStepBeginsTheDeadlineAnew(CapturedOutput output) {
		StartupWatchdog watchdog = watchdog(OnDeadline.FAIL);
		for (int index = 0; index < 10; index++) {
			bean("bean-" + index).end();
			checkAfter(watchdog, 40);
		}
		assertThat(output).doesNotContain("No progress");
		assertThat(this.ends).isEmpty();
	}

	@Test
	void startThatIsToEndAtTheDeadlineEndsWithTheBean() {
		StartupWatchdog watchdog = watchdog(OnDeadline.FAIL);
		bean("web");
		bean("cache");
		watchdog.check();
		checkAfter(watchdog, 100);
		checkAfter(watchdog, 100);
		assertThat(this.ends).singleElement()
			.satisfies((end) -> assertThat(end.getDiagnoses()).singleElement()
				.satisfies((diagnosis) -> assertThat(diagnosis.summary())
					.isEqualTo("Bean 'cache': not created on thread '%s', no progress for 100 s, needed by web → cache"
						.formatted(Thread.currentThread().getName()))));
	}

	@Test
	void startThatIsToGoOnAtTheDeadlineIsWarnedOfOnce(CapturedOutput output) {
		StartupWatchdog watchdog = watchdog(OnDeadline.STAY_UNREADY);
		bean("cache");
		watchdog.check();
		checkAfter(watchdog, 100);
		checkAfter(watchdog, 100);
		assertThat(output).containsOnlyOnce("staying unready and trying on: Bean 'cache': not created");
		assertThat(this.ends).isEmpty();
	}

	@Test
	void startThatHangsOutsideOfAnyBeanShowsItsThread() {
		StartupWatchdog watchdog = watchdog(OnDeadline.FAIL);
		watchdog.check();
		checkAfter(watchdog, 100);
		assertThat(this.ends).singleElement()
			.satisfies((end) -> assertThat(end.getDiagnoses()).extracting(Diagnosis::evidence)
				.singleElement()
				.asString()
				.contains("StartupWatchdogTests.startThatHangs"));
	}

	@Test
	void gateThatIsNotOpenedEndsTheStart() {
		StartupWatchdog watchdog = watchdog(OnDeadline.FAIL);
		Startup startup = follow(List.of(new Wait("readiness", "warm-up", "not warm", Duration.ZERO, null, true)));
		startup.start();
		this.observation.started();
		await().until(() -> startup.completion().isDone());
		watchdog.check();
		checkAfter(watchdog, 100);
		assertThat(this.ends).singleElement()
			.satisfies(
					(end) -> assertThat(end).hasMessage("Readiness, which waits for 'warm-up': no progress for 100 s"));
	}

	@Test
	void startWhoseTaskHasFailedIsNotEndedTwice() {
		StartupWatchdog watchdog = watchdog(OnDeadline.FAIL);
		Startup startup = follow(List.of(new Wait("readiness", "cache", "failed", Duration.ZERO, null, true)),
				StartupTask.of("cache", Set.of(), (progress) -> {
					throw new IllegalStateException("broken");
				}));
		startup.start();
		await().until(() -> startup.completion().isCompletedExceptionally());
		watchdog.check();
		checkAfter(watchdog, 100);
		assertThat(this.ends).isEmpty();
	}

	@Test
	void deadlineOfTasksIsLeftToThem(CapturedOutput output) {
		StartupWatchdog watchdog = watchdog(OnDeadline.FAIL);
		Startup startup = follow(List.of(), TestTask.named("slow").running((progress) -> this.release.await()));
		startup.start();
		await().until(() -> startup.tasks().get(0).state() == TaskState.RUNNING);
		watchdog.check();
		checkAfter(watchdog, 100);
		assertThat(this.ends).isEmpty();
		assertThat(output).contains("90 % of its deadline");
	}

	@Test
	void deadlineOfTaskOfItsOwnIsToldToo(CapturedOutput output) {
		StartupWatchdog watchdog = watchdog(OnDeadline.STAY_UNREADY);
		Startup startup = follow(List.of(),
				TestTask.named("slow").within(Duration.ofSeconds(40)).running((progress) -> {
					progress.waitingFor("the broker");
					this.release.await();
				}));
		startup.start();
		await().until(() -> startup.tasks().get(0).waitingFor() != null);
		watchdog.check();
		checkAfter(watchdog, 20);
		assertThat(output).contains("No progress of start-up task 'slow' for 20.0 s, 50 % of its deadline")
			.contains("slow → the broker (has told so, for 20 s)");
	}

	@Test
	void deadlockIsToldWhenSeenTwice(CapturedOutput output) {
		StartupWatchdog watchdog = watchdog(OnDeadline.STAY_UNREADY);
		deadlock();
		watchdog.check();
		watchdog.check();
		assertThat(output).doesNotContain("Waiting for each other");
		watchdog.check();
		watchdog.check();
		assertThat(output).containsOnlyOnce("Waiting for each other: orders → search → orders")
			.contains("Thread 'watched-orders' (WAITING", "Thread 'watched-search' (WAITING");
		assertThat(this.observation.cycle()).isEqualTo("orders → search → orders");
	}

	@Test
	void deadlockEndsTheStartBeforeTheDeadline() {
		StartupWatchdog watchdog = watchdog(OnDeadline.FAIL);
		deadlock();
		watchdog.check();
		watchdog.check();
		assertThat(this.ends).isEmpty();
		watchdog.check();
		assertThat(this.ends).singleElement()
			.satisfies((end) -> assertThat(end.getDiagnoses()).singleElement()
				.satisfies((diagnosis) -> assertThat(diagnosis.isPermanent()).isTrue()));
	}

	@Test
	void nothingIsWatchedWhenEverythingIsThere(CapturedOutput output) {
		StartupWatchdog watchdog = watchdog(OnDeadline.FAIL);
		Startup startup = follow(List.of());
		startup.start();
		this.observation.started();
		await().until(() -> startup.completion().isDone());
		checkAfter(watchdog, 1000);
		assertThat(output).doesNotContain("No progress");
		assertThat(this.ends).isEmpty();
	}

	private void deadlock() {
		ReentrantLock one = new ReentrantLock();
		ReentrantLock other = new ReentrantLock();
		CountDownLatch bothHold = new CountDownLatch(2);
		Thread orders = thread("watched-orders", "orders", bothHold, one, other);
		await().until(() -> !this.observation.beans().isEmpty());
		Thread search = thread("watched-search", "search", bothHold, other, one);
		await().until(() -> orders.getState() == Thread.State.WAITING && search.getState() == Thread.State.WAITING
				&& bothHold.getCount() == 0);
	}

	private Thread thread(String name, String bean, CountDownLatch bothHold, ReentrantLock first,
			ReentrantLock second) {
		Thread thread = new Thread(() -> {
			bean(bean);
			first.lock();
			bothHold.countDown();
			try {
				bothHold.await();
				second.lockInterruptibly();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			finally {
				first.unlock();
			}
		}, name);
		this.threads.add(thread);
		thread.start();
		return thread;
	}

	private StartupStep bean(String name) {
		return this.steps.start("spring.beans.instantiate").tag("beanName", name);
	}

	private Startup follow(List<Wait> others, StartupTask... tasks) {
		Startup startup = new Startup(() -> List.of(tasks), DEADLINE, OnDeadline.FAIL, this.clock);
		this.observation.follow(startup, () -> others);
		return startup;
	}

	private void checkAfter(StartupWatchdog watchdog, int seconds) {
		this.clock.advance(Duration.ofSeconds(seconds));
		watchdog.check();
	}

	private StartupWatchdog watchdog(OnDeadline onDeadline) {
		return new StartupWatchdog(this.observation, DEADLINE, onDeadline, this.ends::add, this.clock);
	}

}
