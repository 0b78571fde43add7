package dev.groundwork.provision;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.groundwork.diagnosis.DiagnosedException;
import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.diagnosis.FailureKind;

/**
 * {@link FakeBackEnd.Disturbance} that remembers the points it has seen and does at some
 * of them, once, what it was told.
 */
final class PlannedFailures implements FakeBackEnd.Disturbance {

	private final List<String> points = new ArrayList<>();

	private final Map<String, Deque<Runnable>> planned = new HashMap<>();

	PlannedFailures failAt(String point, FailureKind kind) {
		return doAt(point, () -> {
			throw new DiagnosedException(new Diagnosis(kind, "fake server", "failed at " + point, "", ""), null);
		});
	}

	PlannedFailures doAt(String point, Runnable action) {
		this.planned.computeIfAbsent(point, (key) -> new ArrayDeque<>()).add(action);
		return this;
	}

	@Override
	public void at(String point) {
		this.points.add(point);
		Runnable action = this.planned.getOrDefault(point, new ArrayDeque<>()).poll();
		if (action != null) {
			action.run();
		}
	}

	List<String> points() {
		return this.points;
	}

}
