package dev.groundwork.readiness;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Time that passes when it is told to, and what is due runs then on the caller's thread.
 */
final class TestClock extends Clock implements CheckTimer {

	private Instant now = Instant.parse("2026-01-01T00:00:00Z");

	private final List<Due> dues = new ArrayList<>();

	@Override
	public Runnable after(Duration delay, Runnable action) {
		Due due = new Due(this.now.plus(delay), action);
		this.dues.add(due);
		return () -> this.dues.removeIf((each) -> each == due);
	}

	void pass(Duration duration) {
		Instant end = this.now.plus(duration);
		for (Due next = next(end); next != null; next = next(end)) {
			Due due = next;
			this.dues.removeIf((each) -> each == due);
			this.now = due.at();
			due.action().run();
		}
		this.now = end;
	}

	private @Nullable Due next(Instant end) {
		return this.dues.stream()
			.filter((due) -> !due.at().isAfter(end))
			.min(Comparator.comparing(Due::at))
			.orElse(null);
	}

	int waiting() {
		return this.dues.size();
	}

	@Override
	public Instant instant() {
		return this.now;
	}

	@Override
	public ZoneId getZone() {
		return ZoneOffset.UTC;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		return this;
	}

	/**
	 * Something to run.
	 */
	private static final class Due {

		private final Instant at;

		private final Runnable action;

		Due(Instant at, Runnable action) {
			this.at = at;
			this.action = action;
		}

		Instant at() {
			return this.at;
		}

		Runnable action() {
			return this.action;
		}

	}

}
