package dev.groundwork.startup;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import dev.groundwork.diagnosis.DiagnosedException;
import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.diagnosis.FailureKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

/**
 * Tests for the deadlines of {@link Startup}.
 */
@Timeout(20)
@ExtendWith(OutputCaptureExtension.class)
class StartupDeadlineTests {

	private static final Duration SHORT = Duration.ofMillis(100);

	private static final Duration LONG = Duration.ofMinutes(1);

	private final CountDownLatch release = new CountDownLatch(1);

	private final List<Startup> startups = new ArrayList<>();

	@AfterEach
	void stop() {
		this.startups.forEach(Startup::stop);
	}

	@Test
	void taskRunsOnAfterTheDeadlineAndTheStartIsWarnedOf(CapturedOutput output) {
		Startup startup = start(SHORT, OnDeadline.STAY_UNREADY, slow());
		await().untilAsserted(() -> assertThat(output).contains("WARN")
			.contains(
					"staying unready and trying on: Start-up task 'slow': not done after 0 s, waiting for the broker"));
		assertThat(startup.completion()).isNotDone();
		this.release.countDown();
		assertThat(startup.completion()).succeedsWithin(Duration.ofSeconds(5));
	}

	@Test
	void deadlineThatIsToEndTheApplicationNamesTaskAndWhatItWaitsFor() {
		Startup startup = start(SHORT, OnDeadline.FAIL, slow());
		assertThatExceptionOfType(DiagnosedException.class).isThrownBy(startup::await)
			.withMessage("Start-up task 'slow': not done after 0 s, waiting for the broker")
			.satisfies((ex) -> {
				assertThat(ex.getDiagnoses()).extracting(Diagnosis::kind).containsExactly(FailureKind.TRANSIENT);
				assertThat(ex.getDiagnoses().get(0).remedy()).contains("'groundwork.startup.deadline'");
			});
	}

	@Test
	void deadlineNamesEveryTaskThatIsNotDone() {
		Startup startup = start(SHORT, OnDeadline.FAIL, slow(), TestTask.named("quick"),
				TestTask.named("next").after("slow"),
				TestTask.named("silent").running((progress) -> this.release.await()));
		assertThatExceptionOfType(DiagnosedException.class).isThrownBy(startup::await)
			.satisfies((ex) -> assertThat(ex.getDiagnoses()).extracting(Diagnosis::summary)
				.containsExactly("Start-up task 'slow': not done after 0 s, waiting for the broker",
						"Start-up task 'next': not done after 0 s, waiting for slow",
						"Start-up task 'silent': not done after 0 s, waiting for nothing it has told"));
	}

	@Test
	void deadlineThatIsKeptHasNoEffect(CapturedOutput output) throws InterruptedException {
		Startup quick = start(SHORT, OnDeadline.STAY_UNREADY, TestTask.named("quick"));
		quick.await();
		start(SHORT.multipliedBy(2), OnDeadline.STAY_UNREADY, slow());
		await().untilAsserted(() -> assertThat(output).contains("Start-up task 'slow': not done"));
		assertThat(output).containsOnlyOnce("staying unready");
	}

	@Test
	void progressBeginsTheDeadlineAnew() throws InterruptedException {
		Startup startup = start(SHORT.multipliedBy(5), OnDeadline.FAIL, TestTask.named("copy").running((progress) -> {
			for (int batch = 1; batch <= 10; batch++) {
				holdFor(SHORT);
				progress.progressed("%d of 10 copied".formatted(batch));
			}
		}));
		startup.await();
		assertThat(startup.tasks()).allMatch(TaskSnapshot::isDone);
	}

	@Test
	void taskThatNoLongerGetsAnyFurtherIsOverdue() {
		Startup startup = start(SHORT, OnDeadline.FAIL, TestTask.named("copy").running((progress) -> {
			progress.progressed("1 of 10 copied");
			this.release.await();
		}));
		assertThatExceptionOfType(DiagnosedException.class).isThrownBy(startup::await)
			.withMessage("Start-up task 'copy': not done after 0 s, waiting for 1 of 10 copied");
	}

	@Test
	void deadlineOfTaskNamesThatTaskOnly() {
		Startup startup = start(LONG, OnDeadline.FAIL, slow().within(SHORT),
				TestTask.named("patient").running((progress) -> this.release.await()));
		assertThatExceptionOfType(DiagnosedException.class).isThrownBy(startup::await)
			.withMessage("Start-up task 'slow': not done after 0 s, waiting for the broker")
			.satisfies((ex) -> assertThat(ex.getDiagnoses().get(0).remedy())
				.isEqualTo("Remove the cause, or allow more time with the deadline of the task."));
	}

	@Test
	void taskRunsOnAfterDeadlineOfItsOwn(CapturedOutput output) {
		Startup startup = start(LONG, OnDeadline.STAY_UNREADY, slow().within(SHORT));
		await().untilAsserted(() -> assertThat(output).contains("Start-up task 'slow': not done after 0 s"));
		this.release.countDown();
		assertThat(startup.completion()).succeedsWithin(Duration.ofSeconds(5));
	}

	@Test
	void deadlineOfTaskThatIsKeptHasNoEffect(CapturedOutput output) {
		TestTask quick = TestTask.named("quick")
			.within(SHORT.multipliedBy(4))
			.running((progress) -> holdFor(SHORT.dividedBy(5)));
		start(LONG, OnDeadline.STAY_UNREADY, quick, slow().within(SHORT.multipliedBy(6)));
		await().untilAsserted(() -> assertThat(output).contains("Start-up task 'slow': not done after 0 s"));
		assertThat(output).doesNotContain("quick");
	}

	@Test
	void deadlineOfTaskCountsFromWhenItRuns() throws InterruptedException {
		Startup startup = start(LONG, OnDeadline.FAIL,
				TestTask.named("first").running((progress) -> holdFor(SHORT.multipliedBy(3))),
				TestTask.named("second").after("first").within(SHORT));
		startup.await();
		assertThat(startup.tasks()).allMatch(TaskSnapshot::isDone);
	}

	@Test
	void startGoesOnWithoutOverdueTaskThatIsNotCritical(CapturedOutput output) {
		Startup startup = start(SHORT, OnDeadline.DEGRADE, slow().dispensable(), TestTask.named("quick"));
		assertThat(startup.completion()).succeedsWithin(Duration.ofSeconds(5));
		assertThat(startup.tasks()).extracting(TaskSnapshot::name, TaskSnapshot::state)
			.contains(tuple("slow", TaskState.OVERDUE), tuple("quick", TaskState.DONE));
		assertThat(output).containsOnlyOnce("Becoming ready without start-up task 'slow'").doesNotContain("trying on");
		this.release.countDown();
		await().until(() -> startup.tasks().stream().allMatch(TaskSnapshot::isDone));
	}

	@Test
	void startThatDegradesWaitsForCriticalTask(CapturedOutput output) {
		Startup startup = start(SHORT, OnDeadline.DEGRADE, slow().dispensable(),
				TestTask.named("vital").running((progress) -> this.release.await()));
		await()
			.untilAsserted(() -> assertThat(output).contains("staying unready and trying on: Start-up task 'vital'"));
		assertThat(startup.completion()).isNotDone();
		this.release.countDown();
		assertThat(startup.completion()).succeedsWithin(Duration.ofSeconds(5));
	}

	@Test
	void taskThatIsNotCriticalHoldsBackReadinessUntilTheDeadline() {
		Startup startup = start(LONG, OnDeadline.DEGRADE, slow().dispensable());
		assertThat(startup.completion()).isNotDone();
		assertThat(startup.tasks()).extracting(TaskSnapshot::state).containsAnyOf(TaskState.PENDING, TaskState.RUNNING);
	}

	@Test
	void taskThatIsNotCriticalHasDeadlineOfItsOwn() {
		Startup startup = start(LONG, OnDeadline.DEGRADE, slow().dispensable().within(SHORT));
		assertThat(startup.completion()).succeedsWithin(Duration.ofSeconds(5));
	}

	private void holdFor(Duration duration) throws InterruptedException {
		assertThat(this.release.await(duration.toMillis(), TimeUnit.MILLISECONDS)).isFalse();
	}

	private TestTask slow() {
		return TestTask.named("slow").running((progress) -> {
			progress.waitingFor("the broker");
			this.release.await();
		});
	}

	private Startup start(Duration deadline, OnDeadline onDeadline, StartupTask... tasks) {
		Startup startup = new Startup(() -> List.of(tasks), deadline, onDeadline);
		this.startups.add(startup);
		startup.start();
		return startup;
	}

}
