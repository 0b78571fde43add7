package dev.groundwork.readiness;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import dev.groundwork.diagnosis.DiagnosedException;
import dev.groundwork.diagnosis.Diagnosis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Readiness}.
 */
@Timeout(20)
class ReadinessTests {

	private final TestStart start = new TestStart();

	private final ReadinessGate gate = new ReadinessGate("cache-warm");

	private final Readiness readiness = new Readiness(this.start.startup(), List.of(this.gate), List::of);

	@AfterEach
	void stop() {
		this.start.close();
	}

	@Test
	void everyTaskAndEveryGateOfTheApplicationIsGate() {
		this.gate.waitingFor("17 of 40 pages");
		assertThat(this.readiness.gates()).containsExactly(
				new GateSnapshot("rabbitmq", GateState.CLOSED, null, "connection refused", List.of()),
				new GateSnapshot("listeners", GateState.CLOSED, null, "other tasks: rabbitmq", List.of()),
				new GateSnapshot("cache-warm", GateState.CLOSED, null, "17 of 40 pages", List.of()));
		assertThat(this.readiness.isReady()).isFalse();
	}

	@Test
	void tasksThatAreDoneDoNotMakeUpForClosedGate() throws InterruptedException {
		this.start.succeed();
		assertThat(this.readiness.gates()).extracting(GateSnapshot::state)
			.containsExactly(GateState.OPEN, GateState.OPEN, GateState.CLOSED);
		assertThat(this.readiness.isReady()).isFalse();
		assertThat(this.readiness.whenReady()).isNotDone();
	}

	@Test
	void openGateDoesNotMakeUpForTaskThatRuns() {
		this.gate.open();
		assertThat(this.readiness.isReady()).isFalse();
		assertThat(this.readiness.whenReady()).isNotDone();
	}

	@Test
	void applicationIsReadyWhenEveryGateIsOpen() throws InterruptedException {
		CompletableFuture<Void> ready = this.readiness.whenReady();
		this.gate.open();
		this.start.succeed();
		assertThat(ready).succeedsWithin(Duration.ofSeconds(5));
		assertThat(this.readiness.isReady()).isTrue();
	}

	@Test
	void applicationIsReadyAlsoWhenGateOpensLast() throws InterruptedException {
		CompletableFuture<Void> ready = this.readiness.whenReady();
		this.start.succeed();
		this.gate.open();
		assertThat(ready).succeedsWithin(Duration.ofSeconds(5));
	}

	@Test
	void gateOfFailedTaskShowsWhy() {
		this.start.fail();
		GateSnapshot failed = this.readiness.gates().get(0);
		assertThat(failed.state()).isEqualTo(GateState.FAILED);
		assertThat(failed.failures()).extracting(Diagnosis::summary)
			.containsExactly("RabbitMQ at localhost:5672: login refused for user 'app'");
		assertThat(this.readiness.isReady()).isFalse();
	}

	@Test
	void failureIsKnownAtOnceAlthoughAnotherGateIsClosed() {
		this.start.fail();
		assertThat(this.gate.isOpen()).isFalse();
		assertThat(this.readiness.whenReady()).failsWithin(Duration.ofSeconds(5))
			.withThrowableThat()
			.withCauseInstanceOf(DiagnosedException.class);
	}

	@Test
	void nobodyElseCanMakeTheApplicationReady() {
		this.readiness.whenReady().complete(null);
		assertThat(this.readiness.whenReady()).isNotDone();
		assertThat(this.readiness.isReady()).isFalse();
	}

	@Test
	void applicationThatRefusesNeverBecomesReadyAgain() throws InterruptedException {
		this.readiness.refuse();
		this.gate.open();
		assertThat(this.readiness.snapshot().state()).isEqualTo(ReadinessState.STOPPING);
		assertThat(this.readiness.isReady()).isFalse();
	}

}
