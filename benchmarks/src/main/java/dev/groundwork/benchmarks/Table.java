package dev.groundwork.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The results of a benchmark for people and for programs.
 */
final class Table {

	private static final String ROW = "| %-42s | %10s | %10s | %7s | %-10s |%n";

	private final List<Comparison> comparisons;

	Table(List<Comparison> comparisons) {
		this.comparisons = List.copyOf(comparisons);
	}

	String toMarkdown() {
		StringBuilder text = new StringBuilder();
		text.append(ROW.formatted("scenario", "plain ms", "ours ms", "ratio", "target"));
		text.append(ROW.formatted("---", "---:", "---:", "---:", "---"));
		for (Comparison comparison : this.comparisons) {
			text.append(ROW.formatted(comparison.scenario(), number(comparison.plainMillis()),
					number(comparison.groundworkMillis()), number(comparison.ratio()), comparison.verdict()));
		}
		return text.toString();
	}

	String toJson() {
		return this.comparisons.stream()
			.map((comparison) -> String.format(Locale.ROOT,
					"  {\"scenario\": \"%s\", \"plainMillis\": %.1f, \"groundworkMillis\": %.1f, \"ratio\": %.2f, \"target\": %.1f}",
					comparison.scenario(), comparison.plainMillis(), comparison.groundworkMillis(), comparison.ratio(),
					comparison.target()))
			.collect(Collectors.joining(",\n", "[\n", "\n]\n"));
	}

	private static String number(double value) {
		return String.format(Locale.ROOT, "%.1f", value);
	}

}
