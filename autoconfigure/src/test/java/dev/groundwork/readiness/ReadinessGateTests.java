package dev.groundwork.readiness;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ReadinessGate}.
 */
class ReadinessGateTests {

	private final ReadinessGate gate = new ReadinessGate("cache-warm");

	@Test
	void gateIsClosedAtFirst() {
		assertThat(this.gate.isOpen()).isFalse();
		assertThat(this.gate.snapshot())
			.isEqualTo(new GateSnapshot("cache-warm", GateState.CLOSED, null, null, List.of()));
	}

	@Test
	void closedGateSaysWhatItIsWaitingFor() {
		this.gate.waitingFor("17 of 40 pages");
		assertThat(this.gate.snapshot().waitingFor()).isEqualTo("17 of 40 pages");
	}

	@Test
	void openGateWaitsForNothing() {
		this.gate.waitingFor("17 of 40 pages");
		this.gate.open();
		assertThat(this.gate.snapshot()).satisfies((gate) -> {
			assertThat(gate.state()).isEqualTo(GateState.OPEN);
			assertThat(gate.waitingFor()).isNull();
			assertThat(gate.opened()).isNotNull();
		});
	}

	@Test
	void gateThatIsOpenStaysOpen() {
		this.gate.open();
		this.gate.waitingFor("more");
		this.gate.open();
		assertThat(this.gate.isOpen()).isTrue();
		assertThat(this.gate.opened()).isCompleted();
	}

}
