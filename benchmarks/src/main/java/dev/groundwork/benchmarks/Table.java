package dev.groundwork.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The results of a benchmark for people and for programs.
 */
final class Table {

	private static final String ROW = "| %-58s | %-6s | %10s | %10s | %7s | %-16s |%n";

	private final List<Comparison> comparisons;

	Table(List<Comparison> comparisons) {
		this.comparisons = List.copyOf(comparisons);
	}

	String toMarkdown() {
		StringBuilder text = new StringBuilder();
		text.append(ROW.formatted("scenario", "unit", "plain", "ours", "ratio", "target"));
		text.append(ROW.formatted("---", "---", "---:", "---:", "---:", "---"));
		for (Comparison comparison : this.comparisons) {
			text.append(ROW.formatted(comparison.scenario(), comparison.unit(), number(comparison.plain()),
					number(comparison.groundwork()), number(comparison.ratio()), comparison.verdict()));
		}
		return text.toString();
	}

	String toJson() {
		return this.comparisons.stream()
			.map((comparison) -> String.format(Locale.ROOT,
					"  {\"scenario\": \"%s\", \"unit\": \"%s\", \"plain\": %.1f, \"groundwork\": %.1f, \"target\": \"%s\", \"missed\": %b}",
					comparison.scenario(), comparison.unit(), comparison.plain(), comparison.groundwork(),
					comparison.promise().text(), comparison.isMissed()))
			.collect(Collectors.joining(",\n", "[\n", "\n]\n"));
	}

	private static String number(double value) {
		return String.format(Locale.ROOT, "%.1f", value);
	}

}
