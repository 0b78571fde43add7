package dev.groundwork.autoconfigure;

import java.util.List;

import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.readiness.DependencyCheck;
import dev.groundwork.readiness.DependencyEvents;
import dev.groundwork.readiness.DependencyPolicy;
import dev.groundwork.websocket.ServerWatch;

/**
 * {@link DependencyCheck} for a WebSocket server of this application. The server is this
 * replica's own, so that its loss takes this replica out of service.
 */
record WebSocketServerCheck(ServerWatch watch) implements DependencyCheck {

	@Override
	public String getName() {
		return this.watch.getName();
	}

	@Override
	public DependencyPolicy getDefaultPolicy() {
		return DependencyPolicy.STRICT;
	}

	@Override
	public List<Diagnosis> check() {
		return this.watch.check();
	}

	@Override
	public void listen(DependencyEvents events) {
		this.watch.onEnd(() -> events.report(check()));
	}

}
