package dev.groundwork.readiness;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

import dev.groundwork.diagnosis.DiagnosedException;
import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.diagnosis.FailureKind;
import dev.groundwork.startup.OnDeadline;
import dev.groundwork.startup.Startup;
import dev.groundwork.startup.StartupTask;
import dev.groundwork.startup.TaskState;

import static org.awaitility.Awaitility.await;

/**
 * A start with one task that waits until it is released or told to fail, and one task
 * after it.
 */
final class TestStart implements AutoCloseable {

	private static final Diagnosis FAILURE = new Diagnosis(FailureKind.PERMANENT, "RabbitMQ at localhost:5672",
			"login refused for user 'app'", "ACCESS_REFUSED: password=pl4nted", "Correct pl4nted.");

	private final CountDownLatch release = new CountDownLatch(1);

	private volatile boolean failing;

	private final Startup startup = new Startup(() -> List.of(StartupTask.of("rabbitmq", Set.of(), (progress) -> {
		progress.waitingFor("connection refused");
		this.release.await();
		if (this.failing) {
			throw new DiagnosedException(FAILURE, null);
		}
	}), StartupTask.of("listeners", Set.of("rabbitmq"), (progress) -> {
	})), Duration.ofMinutes(1), OnDeadline.STAY_UNREADY);

	TestStart() {
		this.startup.start();
		await().until(() -> "connection refused".equals(this.startup.tasks().get(0).waitingFor()));
	}

	Startup startup() {
		return this.startup;
	}

	void succeed() throws InterruptedException {
		this.release.countDown();
		this.startup.await();
	}

	void fail() {
		this.failing = true;
		this.release.countDown();
		await().until(() -> this.startup.tasks().get(0).state() == TaskState.FAILED);
	}

	@Override
	public void close() {
		this.startup.stop();
	}

}
