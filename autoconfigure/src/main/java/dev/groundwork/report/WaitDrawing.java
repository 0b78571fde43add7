package dev.groundwork.report;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.groundwork.startup.Wait;
import dev.groundwork.startup.WaitGraph;

/**
 * A {@link WaitGraph} as a drawing: who waits on the left, what is waited for on the
 * right.
 */
final class WaitDrawing {

	private static final int MAX_WAITS = 60;

	private static final int MAX_LINE = 20;

	private static final int WIDTH = 176;

	private static final int HEIGHT = 48;

	private static final int COLUMN = WIDTH + 54;

	private static final int ROW = HEIGHT + 18;

	private static final int LINE = 17;

	private static final int MARGIN = 12;

	private final List<Wait> waits;

	private final List<Wait> cycle;

	private final Map<String, Integer> columns = new LinkedHashMap<>();

	private final Map<String, Integer> rows = new HashMap<>();

	WaitDrawing(WaitGraph graph) {
		this.waits = graph.waits().stream().limit(MAX_WAITS).toList();
		this.cycle = graph.cycle();
		this.waits.forEach((wait) -> {
			this.columns.putIfAbsent(wait.waiter(), 0);
			this.columns.putIfAbsent(wait.target(), 0);
		});
		// A circle would push its members to the right for ever
		for (int round = 0; round < this.columns.size(); round++) {
			this.waits.stream().filter((wait) -> !closesCircle(wait)).forEach(this::putRightOf);
		}
		Map<Integer, Integer> used = new HashMap<>();
		this.columns.forEach((name, column) -> this.rows.put(name, used.merge(column, 1, Integer::sum) - 1));
	}

	private boolean closesCircle(Wait wait) {
		return !this.cycle.isEmpty() && wait.equals(this.cycle.get(this.cycle.size() - 1));
	}

	private void putRightOf(Wait wait) {
		int right = Math.min(column(wait.waiter()) + 1, this.columns.size() - 1);
		this.columns.merge(wait.target(), right, Math::max);
	}

	private int column(String name) {
		return this.columns.getOrDefault(name, 0);
	}

	void write(Markup html) {
		int width = 2 * MARGIN + COLUMN * max(this.columns) + WIDTH;
		int height = 2 * MARGIN + ROW * max(this.rows) + HEIGHT + (this.cycle.isEmpty() ? 0 : 30);
		html.open("svg", "class", "graph", "role", "img", "aria-label",
				"%d waits, listed below".formatted(this.waits.size()), "viewBox", "0 0 %d %d".formatted(width, height),
				"width", String.valueOf(width), "height", String.valueOf(height));
		marker(html, "arrow", "edge-head");
		marker(html, "arrow-circle", "circle-head");
		this.waits.forEach((wait) -> writeEdge(html, wait));
		this.columns.keySet().forEach((name) -> writeNode(html, name));
		html.close("svg");
	}

	private static int max(Map<String, Integer> numbers) {
		return numbers.values().stream().mapToInt(Integer::intValue).max().orElse(0);
	}

	private static void marker(Markup html, String id, String style) {
		html.open("marker", "id", id, "viewBox", "0 0 8 8", "refX", "7", "refY", "4", "markerWidth", "9",
				"markerHeight", "9", "markerUnits", "userSpaceOnUse", "orient", "auto")
			.empty("path", "class", style, "d", "M0 0l8 4-8 4z")
			.close("marker");
	}

	private void writeNode(Markup html, String name) {
		boolean circle = this.cycle.stream().anyMatch((wait) -> wait.waiter().equals(name));
		html.open("g", "class", circle ? "node circle" : "node")
			.element("title", name)
			.empty("rect", "x", String.valueOf(x(name)), "y", String.valueOf(y(name)), "width", String.valueOf(WIDTH),
					"height", String.valueOf(HEIGHT), "rx", "6");
		List<String> lines = lines(name);
		int top = y(name) + HEIGHT / 2 + 5 - (lines.size() - 1) * LINE / 2;
		for (int i = 0; i < lines.size(); i++) {
			html.element("text", lines.get(i), "x", String.valueOf(x(name) + 12), "y", String.valueOf(top + i * LINE));
		}
		html.close("g");
	}

	private void writeEdge(Markup html, Wait wait) {
		boolean circle = this.cycle.contains(wait);
		html.empty("path", "class", (circle ? "edge circle" : "edge") + (wait.certain() ? "" : " guess"), "d",
				path(wait.waiter(), wait.target()), "marker-end", circle ? "url(#arrow-circle)" : "url(#arrow)");
	}

	private String path(String from, String to) {
		int middle = HEIGHT / 2;
		if (column(to) > column(from)) {
			int startX = x(from) + WIDTH;
			int bend = (x(to) - startX) / 2;
			return "M%d %dC%d %d %d %d %d %d".formatted(startX, y(from) + middle, startX + bend, y(from) + middle,
					x(to) - bend, y(to) + middle, x(to) - 1, y(to) + middle);
		}
		int depth = Math.max(y(from), y(to)) + HEIGHT + 32;
		return "M%d %dC%d %d %d %d %d %d".formatted(x(from) + WIDTH / 2, y(from) + HEIGHT, x(from) + WIDTH / 2, depth,
				x(to) + WIDTH / 2, depth, x(to) + WIDTH / 2, y(to) + HEIGHT + 1);
	}

	private int x(String name) {
		return MARGIN + COLUMN * column(name);
	}

	private int y(String name) {
		return MARGIN + ROW * this.rows.getOrDefault(name, 0);
	}

	private static List<String> lines(String name) {
		if (name.length() <= MAX_LINE) {
			return List.of(name);
		}
		int space = name.lastIndexOf(' ', MAX_LINE);
		int end = (space > 0) ? space
				: name.offsetByCodePoints(0, Math.min(MAX_LINE, name.codePointCount(0, name.length())));
		String rest = name.substring(end).strip();
		return List.of(name.substring(0, end), (rest.codePointCount(0, rest.length()) <= MAX_LINE) ? rest
				: rest.substring(0, rest.offsetByCodePoints(0, MAX_LINE - 1)) + "…");
	}

}
