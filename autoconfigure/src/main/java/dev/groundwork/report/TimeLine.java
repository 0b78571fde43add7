package dev.groundwork.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BinaryOperator;

import dev.groundwork.readiness.GateSnapshot;
import dev.groundwork.readiness.GateState;
import dev.groundwork.startup.TaskSnapshot;
import dev.groundwork.startup.TaskState;
import org.jspecify.annotations.Nullable;

/**
 * Tasks and gates as bars over the time since the JVM started.
 */
final class TimeLine {

	private static final int TICKS = 5;

	private static final double[] STEPS = { 1, 2, 5, 10 };

	private final Instant origin;

	private final Instant now;

	private final @Nullable Duration timeToReady;

	private final List<Bar> bars = new ArrayList<>();

	private final double range;

	TimeLine(GroundworkReport report, Instant origin, Instant now) {
		this.origin = origin;
		this.now = now;
		this.timeToReady = report.timeToReady();
		Set<String> tasks = new HashSet<>();
		report.tasks().forEach((task) -> {
			tasks.add(task.name());
			this.bars.add(bar(task));
		});
		report.gates()
			.stream()
			.filter((gate) -> !tasks.contains(gate.name()))
			.forEach((gate) -> this.bars.add(bar(gate)));
		double end = (this.timeToReady != null) ? seconds(this.timeToReady) : since(now);
		BinaryOperator<Double> later = Math::max;
		this.range = Math.max(0.1, this.bars.stream().map(Bar::end).reduce(end, later) * 1.02);
	}

	private Bar bar(TaskSnapshot task) {
		if (task.started() == null) {
			String after = task.after().isEmpty() ? "not started" : "after " + String.join(", ", task.after());
			return new Bar(task.name(), "idle", 0, 0, after);
		}
		double start = since(task.started());
		double end = start + seconds(task.elapsed());
		String tone = switch (task.state()) {
			case DONE -> "good";
			case FAILED -> "bad";
			case OVERDUE -> "warn";
			case PENDING, RUNNING -> "busy";
		};
		String word = (task.state() == TaskState.DONE) ? "" : ", " + task.state().name().toLowerCase(Locale.ROOT);
		return new Bar(task.name(), tone, start, end, text(end - start) + word);
	}

	private Bar bar(GateSnapshot gate) {
		Instant opened = gate.opened();
		if (gate.state() == GateState.OPEN && opened != null) {
			return new Bar(gate.name(), "good", since(opened), since(opened), "opened at " + text(since(opened)));
		}
		String tone = switch (gate.state()) {
			case FAILED -> "bad";
			case DEGRADED -> "warn";
			case OPEN, CLOSED -> "idle";
		};
		return new Bar(gate.name(), tone, 0, since(this.now), gate.state().name().toLowerCase(Locale.ROOT));
	}

	void write(Markup html) {
		html.open("ol", "class", "timeline");
		this.bars.forEach((bar) -> write(html, bar));
		html.close("ol").open("svg", "class", "axis", "aria-hidden", "true", "width", "100%", "height", "28");
		double step = step(this.range / TICKS);
		for (double tick = 0; tick <= this.range; tick += step) {
			String x = percent(tick);
			html.empty("line", "x1", x, "x2", x, "y1", "0", "y2", "6");
			boolean end = tick > this.range * 0.93;
			html.element("text", axisText(tick, step), "x", x, "y", "22", "text-anchor",
					(tick == 0) ? "start" : end ? "end" : "middle");
		}
		html.close("svg");
	}

	private void write(Markup html, Bar bar) {
		html.open("li").element("span", bar.name(), "class", "name");
		html.open("svg", "class", "track", "aria-hidden", "true", "width", "100%", "height", "18")
			.empty("rect", "class", "ground", "x", "0", "y", "8", "width", "100%", "height", "2");
		if (bar.isMoment()) {
			if (bar.end() > 0) {
				html.empty("circle", "class", bar.tone(), "cx", percent(bar.end()), "cy", "9", "r", "6");
			}
		}
		else {
			double width = Math.max(0.6, 100 * (bar.end() - bar.start()) / this.range);
			html.empty("rect", "class", bar.tone(), "x", percent(bar.start()), "y", "3", "width", number(width) + "%",
					"height", "12", "rx", "3");
		}
		if (this.timeToReady != null) {
			String x = percent(seconds(this.timeToReady));
			html.empty("line", "class", "ready", "x1", x, "x2", x, "y1", "0", "y2", "18");
		}
		html.close("svg").element("span", bar.text(), "class", "figure").close("li");
	}

	private static double step(double atLeast) {
		double power = Math.pow(10, Math.floor(Math.log10(atLeast)));
		for (double step : STEPS) {
			if (step * power >= atLeast) {
				return step * power;
			}
		}
		return 10 * power;
	}

	private static String axisText(double seconds, double step) {
		return (step < 1) ? String.format(Locale.ROOT, "%.2f s", seconds)
				: String.format(Locale.ROOT, "%.0f s", seconds);
	}

	private double since(Instant instant) {
		return Math.max(0, seconds(Duration.between(this.origin, instant)));
	}

	private static double seconds(Duration duration) {
		return duration.toMillis() / 1000.0;
	}

	private String percent(double seconds) {
		return number(Math.min(100, 100 * seconds / this.range)) + "%";
	}

	private static String number(double number) {
		return String.format(Locale.ROOT, "%.2f", number);
	}

	private static String text(double seconds) {
		return String.format(Locale.ROOT, (seconds < 10) ? "%.3f s" : "%.1f s", seconds);
	}

	/**
	 * A task or a gate.
	 *
	 * @param name its name
	 * @param tone the colour
	 * @param start when it began, in seconds since the origin
	 * @param end when it ended; the same for what has no duration
	 * @param text what to say beside it
	 */
	private record Bar(String name, String tone, double start, double end, String text) {

		boolean isMoment() {
			return this.start == this.end;
		}

	}

}
