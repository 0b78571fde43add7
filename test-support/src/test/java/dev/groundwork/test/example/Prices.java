package dev.groundwork.test.example;

import dev.groundwork.readiness.ReadinessGate;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/**
 * Prices without which no order can be taken.
 */
class Prices {

	private final ReadinessGate gate;

	Prices(ReadinessGate gate) {
		this.gate = gate;
	}

	@EventListener(ApplicationReadyEvent.class)
	void load() {
		this.gate.open();
	}

}
