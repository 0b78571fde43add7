package dev.groundwork.autoconfigure;

import java.util.List;

import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.diagnosis.FailureKind;
import dev.groundwork.readiness.DependencyCheck;
import dev.groundwork.readiness.ReadinessGate;

import org.springframework.context.ApplicationListener;
import org.springframework.messaging.simp.broker.BrokerAvailabilityEvent;

/**
 * The broker behind the STOMP endpoints, in this process or reached through a relay.
 * Clients that connect before it is available are never answered, so that it has a gate;
 * a relay may lose it later.
 */
final class StompBroker implements ApplicationListener<BrokerAvailabilityEvent>, DependencyCheck {

	static final String NAME = "websocket-broker";

	private final ReadinessGate gate;

	private volatile boolean available;

	StompBroker(ReadinessGate gate) {
		this.gate = gate;
		gate.waitingFor("the STOMP broker: no BrokerAvailabilityEvent so far");
	}

	@Override
	public void onApplicationEvent(BrokerAvailabilityEvent event) {
		this.available = event.isBrokerAvailable();
		if (this.available) {
			this.gate.open();
		}
	}

	@Override
	public String getName() {
		return NAME;
	}

	@Override
	public List<Diagnosis> check() {
		if (this.available || !this.gate.isOpen()) {
			return List.of();
		}
		return List.of(new Diagnosis(FailureKind.TRANSIENT, "STOMP broker", "is not available",
				"the relay has lost its connection and tries to connect again",
				"Start the broker of the relay, or look into its log; clients cannot connect until then."));
	}

}
