package dev.groundwork.startup;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

import dev.groundwork.diagnosis.DiagnosedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.support.GenericApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link StartupLifecycle}.
 */
@Timeout(20)
class StartupLifecycleTests {

	private final CountDownLatch release = new CountDownLatch(1);

	private final List<String> events = Collections.synchronizedList(new ArrayList<>());

	private final Startup startup = new Startup(() -> List.of(TestTask.named("slow").running((progress) -> {
		this.events.add("run");
		try {
			this.release.await();
		}
		catch (InterruptedException ex) {
			this.events.add("interrupted");
			throw ex;
		}
	})), Duration.ofMinutes(1), OnDeadline.STAY_UNREADY);

	@AfterEach
	void stop() {
		this.startup.stop();
	}

	@Test
	void startIsAfterWebServersAndBeforeListeners() {
		int managementServer = WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE + 512;
		assertThat(lifecycle(StartupStrategy.BACKGROUND).getPhase()).isEqualTo(StartupLifecycle.PHASE)
			.isGreaterThan(managementServer)
			.isLessThan(SmartLifecycle.DEFAULT_PHASE);
	}

	@Test
	void tasksBeginBeforeTheWebServerStarts() {
		StartupBeginning beginning = new StartupBeginning(this.startup);
		assertThat(beginning.getPhase()).isLessThan(WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE);
		beginning.start();
		await().until(() -> this.events.contains("run"));
		lifecycle(StartupStrategy.BACKGROUND).start();
		this.release.countDown();
		assertThat(this.startup.completion()).succeedsWithin(Duration.ofSeconds(5));
		assertThat(this.events).containsExactly("run");
	}

	@Test
	void contextGoesOnInTheBackground() {
		StartupLifecycle lifecycle = lifecycle(StartupStrategy.BACKGROUND);
		lifecycle.start();
		assertThat(lifecycle.isRunning()).isTrue();
		assertThat(this.startup.completion()).isNotDone();
		await().until(() -> this.events.contains("run"));
	}

	@Test
	void contextWaitsWhenItIsToBlock() throws InterruptedException {
		Thread starting = new Thread(lifecycle(StartupStrategy.BLOCK)::start);
		starting.start();
		await().until(() -> this.events.contains("run") && starting.getState() == Thread.State.WAITING);
		this.release.countDown();
		starting.join(5000);
		assertThat(starting.isAlive()).isFalse();
		assertThat(this.startup.completion()).isCompleted();
	}

	@Test
	void threadsEndWithTheLastTask() {
		AtomicReference<Thread> thread = new AtomicReference<>();
		Startup ending = new Startup(
				() -> List.of(TestTask.named("task").running((progress) -> thread.set(Thread.currentThread()))),
				Duration.ofMinutes(1), OnDeadline.STAY_UNREADY);
		ending.start();
		assertThat(ending.completion()).succeedsWithin(Duration.ofSeconds(5));
		await().until(() -> !Objects.requireNonNull(thread.get()).isAlive());
	}

	@Test
	void failureEndsContextThatBlocks() {
		Startup broken = new Startup(() -> List.of(TestTask.named("broken").running((progress) -> {
			throw new IllegalStateException("bug");
		})), Duration.ofMinutes(1), OnDeadline.STAY_UNREADY);
		assertThatExceptionOfType(DiagnosedException.class)
			.isThrownBy(new StartupLifecycle(broken, StartupStrategy.BLOCK)::start)
			.withMessageContaining("Start-up task 'broken'");
		broken.stop();
	}

	@Test
	void interruptEndsContextThatBlocks() {
		Thread.currentThread().interrupt();
		assertThatIllegalStateException().isThrownBy(lifecycle(StartupStrategy.BLOCK)::start)
			.withMessage("Interrupted while waiting for the start-up tasks");
		assertThat(Thread.interrupted()).isTrue();
	}

	@Test
	void stopInterruptsTheTasks() {
		StartupLifecycle lifecycle = lifecycle(StartupStrategy.BACKGROUND);
		lifecycle.start();
		await().until(() -> this.events.contains("run"));
		lifecycle.stop();
		assertThat(lifecycle.isRunning()).isFalse();
		await().until(() -> this.events.contains("interrupted"));
	}

	@ParameterizedTest
	@EnumSource
	void tasksDoNotRunAgainWhenContextIsStoppedAndStarted(StartupStrategy strategy) {
		this.release.countDown();
		StartupLifecycle lifecycle = lifecycle(strategy);
		lifecycle.start();
		assertThat(this.startup.completion()).succeedsWithin(Duration.ofSeconds(5));
		lifecycle.stop();
		lifecycle.start();
		assertThat(lifecycle.isRunning()).isTrue();
		assertThat(this.startup.completion()).isCompleted();
		assertThat(this.events).containsExactly("run");
	}

	@Test
	void tasksRunOnWhileContextIsPaused() {
		try (GenericApplicationContext context = new GenericApplicationContext()) {
			context.registerBean(StartupLifecycle.class, () -> lifecycle(StartupStrategy.BACKGROUND));
			context.refresh();
			await().until(() -> this.events.contains("run"));
			context.pause();
			this.release.countDown();
			context.restart();
			assertThat(this.startup.completion()).succeedsWithin(Duration.ofSeconds(5));
		}
		assertThat(this.events).containsExactly("run");
	}

	private StartupLifecycle lifecycle(StartupStrategy strategy) {
		return new StartupLifecycle(this.startup, strategy);
	}

}
