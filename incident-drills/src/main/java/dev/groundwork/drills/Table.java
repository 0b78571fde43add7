package dev.groundwork.drills;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The results of a run, for a terminal and for the README.
 *
 * @param results the results
 */
record Table(List<Result> results) {

	private static final List<String> TITLES = List.of("drill", "the report says", "plain Spring Boot",
			"with Groundwork");

	private static final List<Integer> WIDTHS = List.of(25, 23, 31, 32);

	Table {
		results = List.copyOf(results);
	}

	boolean allShown() {
		return this.results.stream().allMatch(Result::shown);
	}

	String toText() {
		String rule = WIDTHS.stream().map("─"::repeat).collect(Collectors.joining("─┼─"));
		return Stream.concat(Stream.of(row(TITLES)), this.results.stream().map((result) -> row(cells(result))))
			.collect(Collectors.joining("\n" + rule + "\n", "", "\n"));
	}

	String toMarkdown() {
		return Stream
			.concat(Stream.of(TITLES, List.of("---", "---", "---", "---")), this.results.stream().map(Table::cells))
			.map(Table::markdown)
			.collect(Collectors.joining("\n", "", "\n"));
	}

	static String markdown(List<String> cells) {
		return cells.stream()
			.map((cell) -> cell.lines().findFirst().orElse("").replace("|", "\\|"))
			.collect(Collectors.joining(" | ", "| ", " |"));
	}

	private static List<String> cells(Result result) {
		Drill.Quote quote = result.drill().quote();
		return List.of(result.drill().name(), "%s: “%s”".formatted(quote.report(), quote.sentence()),
				result.plain().toString(), result.groundwork().toString());
	}

	private static String row(List<String> cells) {
		List<List<String>> columns = IntStream.range(0, cells.size())
			.mapToObj((column) -> wrap(cells.get(column), WIDTHS.get(column)))
			.toList();
		int height = columns.stream().mapToInt(List::size).max().orElseThrow();
		return IntStream.range(0, height)
			.mapToObj((line) -> IntStream.range(0, columns.size())
				.mapToObj((column) -> cell(columns.get(column), line, WIDTHS.get(column)))
				.collect(Collectors.joining(" │ "))
				.stripTrailing())
			.collect(Collectors.joining("\n"));
	}

	private static String cell(List<String> lines, int line, int width) {
		String text = (line < lines.size()) ? lines.get(line) : "";
		return text + " ".repeat(width - text.length());
	}

	private static List<String> wrap(String text, int width) {
		List<String> lines = new ArrayList<>();
		String rest = text.lines().findFirst().orElse("");
		while (rest.length() > width) {
			int space = rest.lastIndexOf(' ', width);
			int end = (space > 0) ? space : width;
			lines.add(rest.substring(0, end));
			rest = rest.substring(end).stripLeading();
		}
		lines.add(rest);
		return lines;
	}

}
