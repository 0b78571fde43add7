package dev.groundwork.startup;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;

import dev.groundwork.diagnosis.DiagnosedException;
import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.diagnosis.FailureKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link Startup}.
 */
@Timeout(20)
class StartupTests {

	private static final Duration LONG = Duration.ofMinutes(1);

	private static final DiagnosedException BROKEN = new DiagnosedException(
			new Diagnosis(FailureKind.PERMANENT, "queue 'a'", "is of another type", "", ""), null);

	private final List<String> events = Collections.synchronizedList(new ArrayList<>());

	private final CountDownLatch release = new CountDownLatch(1);

	private final MutableClock clock = new MutableClock();

	private final List<Startup> startups = new ArrayList<>();

	@AfterEach
	void stop() {
		this.release.countDown();
		this.startups.forEach(Startup::stop);
	}

	@Test
	void tasksRunInOrderOfTheGraph() throws InterruptedException {
		Startup startup = startup(recording("c").after("b"), recording("b").after("a"), recording("a"));
		startup.start();
		startup.await();
		assertThat(this.events).containsExactly("run a", "run b", "run c");
	}

	@Test
	void taskWaitsForAllOfThoseItNames() {
		Startup startup = startup(recording("quick"), held("slow"), recording("both").after("quick", "slow"));
		startup.start();
		await().until(() -> this.events.contains("run quick") && this.events.contains("run slow"));
		assertThat(snapshot(startup, "both").state()).isEqualTo(TaskState.PENDING);
		this.release.countDown();
		await().until(() -> this.events.contains("run both"));
	}

	@Test
	void independentTasksRunAtOnce() throws InterruptedException {
		CyclicBarrier bothRun = new CyclicBarrier(2);
		StartupTask.Body meet = (progress) -> bothRun.await(10, TimeUnit.SECONDS);
		Startup startup = startup(TestTask.named("a").running(meet), TestTask.named("b").running(meet));
		startup.start();
		startup.await();
		assertThat(startup.tasks()).allMatch(TaskSnapshot::isDone);
	}

	@Test
	void startWithoutTasksIsComplete() {
		Startup startup = startup();
		startup.start();
		assertThat(startup.completion()).isCompleted();
	}

	@Test
	void startReturnsWhileTasksRun() {
		Startup startup = startup(held("slow"));
		startup.start();
		assertThat(startup.completion()).isNotDone();
	}

	@Test
	void beforeTheStartItsTasksAreNotKnownAndNothingIsDone() {
		assertThat(startup(recordingPreparation("a")).tasks()).singleElement().satisfies((task) -> {
			assertThat(task.isDone()).isFalse();
			assertThat(task.waitingFor()).isEqualTo("the application context");
		});
	}

	@Test
	void cycleIsRefusedBeforeAnythingIsPreparedOrRun() {
		Startup startup = startup(recordingPreparation("innocent"), recordingPreparation("cache").after("redis"),
				recordingPreparation("redis").after("pool"), recordingPreparation("pool").after("cache"));
		assertThatExceptionOfType(StartupGraphException.class).isThrownBy(startup::start)
			.withMessageContaining("cache → redis → pool → cache");
		assertThat(this.events).isEmpty();
	}

	@Test
	void everyTaskIsPreparedOnceOnCallingThreadBeforeAnyRuns() throws InterruptedException {
		Startup startup = startup(recordingPreparation("b").after("a"), recordingPreparation("a"));
		assertThat(this.events).isEmpty();
		startup.start();
		startup.await();
		assertThat(this.events).containsExactly("prepare a on " + Thread.currentThread().getName(),
				"prepare b on " + Thread.currentThread().getName(), "run a", "run b");
	}

	@Test
	void failureToPrepareEndsTheStartBeforeAnyTaskRuns() {
		Startup startup = startup(TestTask.named("good").running((progress) -> this.events.add("run good")),
				TestTask.named("bad").preparing(() -> {
					throw new IllegalStateException("contradiction");
				}));
		assertThatIllegalStateException().isThrownBy(startup::start).withMessage("contradiction");
		assertThat(startup.tasks()).extracting(TaskSnapshot::state).containsOnly(TaskState.PENDING);
		assertThat(this.events).isEmpty();
	}

	@Test
	void failedTaskFailsTheStartAtOnceWhileAnotherStillRuns() {
		Startup startup = startup(held("slow"), failing("bad", BROKEN), recording("dependent").after("bad"));
		startup.start();
		assertThat(startup.completion()).failsWithin(Duration.ofSeconds(5)).withThrowableThat().withCause(BROKEN);
		await().until(() -> snapshot(startup, "slow").state() == TaskState.RUNNING);
		assertThat(snapshot(startup, "bad").state()).isEqualTo(TaskState.FAILED);
		assertThat(snapshot(startup, "bad").failures()).isEqualTo(BROKEN.getDiagnoses());
	}

	@Test
	void dependentsOfFailedTaskNeverRun() {
		Startup startup = startup(failing("bad", BROKEN), recording("dependent").after("bad"),
				recording("dependent of dependent").after("dependent"), held("slow"));
		startup.start();
		this.release.countDown();
		await().until(() -> snapshot(startup, "slow").isDone());
		assertThat(startup.completion()).isCompletedExceptionally();
		assertThat(snapshot(startup, "dependent").state()).isEqualTo(TaskState.PENDING);
		assertThat(snapshot(startup, "dependent of dependent").state()).isEqualTo(TaskState.PENDING);
		assertThat(this.events).doesNotContain("run dependent", "run dependent of dependent");
	}

	@Test
	void exceptionOfTheTaskItselfIsDiagnosedAndKept() {
		IllegalStateException bug = new IllegalStateException("bug");
		Startup startup = startup(failing("bad", bug));
		startup.start();
		assertThatExceptionOfType(DiagnosedException.class).isThrownBy(startup::await)
			.withMessage("Start-up task 'bad': failed with IllegalStateException")
			.withCause(bug);
	}

	@Test
	void errorOfTheTaskIsDiagnosedAndKept() {
		NoClassDefFoundError error = new NoClassDefFoundError("com/example/Missing");
		Startup startup = startup(TestTask.named("bad").running((progress) -> {
			throw error;
		}));
		startup.start();
		assertThatExceptionOfType(DiagnosedException.class).isThrownBy(startup::await)
			.withMessage("Start-up task 'bad': failed with NoClassDefFoundError")
			.withCause(error);
		assertThat(snapshot(startup, "bad").state()).isEqualTo(TaskState.FAILED);
	}

	@Test
	void stopInterruptsRunningTasks() {
		CompletableFuture<Throwable> ended = new CompletableFuture<>();
		Startup startup = startup(TestTask.named("slow").running((progress) -> {
			this.events.add("run slow");
			ended.complete(catchThrowable(() -> this.release.await()));
		}));
		startup.start();
		await().until(() -> this.events.contains("run slow"));
		startup.stop();
		assertThat(ended).succeedsWithin(Duration.ofSeconds(5))
			.satisfies((failure) -> assertThat(failure).isInstanceOf(InterruptedException.class));
	}

	@Test
	void stopLetsNoOtherTaskStart() {
		Startup startup = startup(TestTask.named("first").running((progress) -> {
			this.events.add("run first");
			catchThrowable(() -> this.release.await());
		}), recording("second").after("first"));
		startup.start();
		await().until(() -> this.events.contains("run first"));
		startup.stop();
		await().until(() -> snapshot(startup, "first").isDone());
		assertThat(snapshot(startup, "second").state()).isEqualTo(TaskState.PENDING);
		assertThat(this.events).doesNotContain("run second");
	}

	@Test
	void stopEndsTheWait() throws InterruptedException {
		Startup startup = startup(held("slow"));
		startup.start();
		CompletableFuture<Throwable> awaited = new CompletableFuture<>();
		Thread thread = new Thread(() -> awaited.complete(catchThrowable(startup::await)));
		thread.start();
		await().until(() -> thread.getState() == Thread.State.WAITING);
		startup.stop();
		assertThat(awaited).succeedsWithin(Duration.ofSeconds(5))
			.satisfies((failure) -> assertThat(failure).isInstanceOf(InterruptedException.class)
				.hasMessage("The start was stopped"));
	}

	@Test
	void interruptEndsTheWait() {
		Startup startup = startup(held("slow"));
		startup.start();
		Thread.currentThread().interrupt();
		assertThatExceptionOfType(InterruptedException.class).isThrownBy(startup::await);
	}

	@Test
	void waitEndsAtTheDeadline() throws InterruptedException {
		Startup startup = new Startup(() -> List.of(held("slow")), Duration.ofMillis(10), OnDeadline.STAY_UNREADY);
		this.startups.add(startup);
		startup.start();
		startup.await();
		assertThat(snapshot(startup, "slow").state()).isEqualTo(TaskState.RUNNING);
	}

	@Test
	void nobodyElseCanCompleteTheStart() {
		Startup startup = startup(held("slow"));
		startup.start();
		startup.completion().complete(null);
		assertThat(startup.completion()).isNotDone();
	}

	@Test
	void snapshotShowsWhatTaskIsWaitingForAndSinceWhen() {
		Startup startup = startup(TestTask.named("broker").running((progress) -> {
			progress.waitingFor("connection refused");
			this.events.add("waiting");
			this.release.await();
		}), recording("queues").after("broker"));
		startup.start();
		await().until(() -> this.events.contains("waiting"));
		this.clock.advance(Duration.ofSeconds(7));
		Instant started = this.clock.instant().minusSeconds(7);
		assertThat(startup.tasks()).containsExactly(
				new TaskSnapshot("broker", List.of(), TaskState.RUNNING, started, Duration.ofSeconds(7),
						"connection refused", List.of()),
				new TaskSnapshot("queues", List.of("broker"), TaskState.PENDING, null, Duration.ZERO, "broker",
						List.of()));
	}

	@Test
	void snapshotOfTaskThatIsDoneShowsHowLongItTook() throws InterruptedException {
		Instant started = this.clock.instant();
		Startup startup = startup(TestTask.named("broker").running((progress) -> {
			progress.waitingFor("connection refused");
			this.clock.advance(Duration.ofSeconds(3));
		}));
		startup.start();
		startup.await();
		this.clock.advance(Duration.ofHours(1));
		assertThat(startup.tasks()).containsExactly(
				new TaskSnapshot("broker", List.of(), TaskState.DONE, started, Duration.ofSeconds(3), null, List.of()));
	}

	@Test
	void taskIsMadeFromNameAndBody() throws InterruptedException {
		Startup startup = startup(StartupTask.of("b", Set.of("a"), (progress) -> this.events.add("b")),
				StartupTask.of("a", Set.of(), (progress) -> this.events.add("a")));
		startup.start();
		startup.await();
		assertThat(this.events).containsExactly("a", "b");
	}

	private Startup startup(StartupTask... tasks) {
		Startup startup = new Startup(() -> List.of(tasks), LONG, OnDeadline.STAY_UNREADY, this.clock);
		this.startups.add(startup);
		return startup;
	}

	private TestTask recording(String name) {
		return TestTask.named(name).running((progress) -> this.events.add("run " + name));
	}

	private TestTask recordingPreparation(String name) {
		return recording(name)
			.preparing(() -> this.events.add("prepare " + name + " on " + Thread.currentThread().getName()));
	}

	private TestTask held(String name) {
		return TestTask.named(name).running((progress) -> {
			this.events.add("run " + name);
			this.release.await();
		});
	}

	private static TestTask failing(String name, RuntimeException failure) {
		return TestTask.named(name).running((progress) -> {
			throw failure;
		});
	}

	private static TaskSnapshot snapshot(Startup startup, String name) {
		return startup.tasks().stream().filter((task) -> task.name().equals(name)).findFirst().orElseThrow();
	}

}
