package dev.groundwork.report;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

import dev.groundwork.plan.Change;
import dev.groundwork.plan.Step;
import dev.groundwork.provision.ProvisioningResult;
import dev.groundwork.resource.Difference;

/**
 * What exists on the back ends and what was done about it; what changed or differs comes
 * first.
 */
final class ResourceTable {

	private static final int MAX_ROWS = 1000;

	private static final List<Change> ORDER = List.of(Change.DRIFT, Change.AWAIT, Change.MIGRATE, Change.UPDATE,
			Change.CREATE, Change.ASSERT, Change.NONE);

	private final List<ProvisioningResult> results;

	private final List<Row> rows;

	ResourceTable(List<ProvisioningResult> results) {
		this.results = results;
		this.rows = results.stream()
			.flatMap((result) -> result.steps().stream().map((step) -> new Row(result.backEnd(), step)))
			.sorted(Comparator.comparingInt((row) -> ORDER.indexOf(row.step().change())))
			.toList();
	}

	boolean isEmpty() {
		return this.rows.isEmpty();
	}

	String summary() {
		return ORDER.stream()
			.filter((change) -> count(change) > 0)
			.map((change) -> "%d %s".formatted(count(change), word(change)))
			.collect(Collectors.joining(", "));
	}

	private long count(Change change) {
		return this.rows.stream().filter((row) -> row.step().change() == change).count();
	}

	/**
	 * Write the fields by which the rows can be filtered; shown by the script, if there
	 * are rows.
	 * @param html where to write
	 */
	void writeFilter(Markup html) {
		html.open("form", "class", "filter", "hidden", "hidden", "role", "search")
			.open("label")
			.text("Search ")
			.empty("input", "type", "search", "id", "search", "autocomplete", "off")
			.close("label")
			.open("label")
			.text("Back end ")
			.open("select", "id", "back-end")
			.element("option", "all", "value", "");
		this.results.forEach((result) -> html.element("option", result.backEnd(), "value", result.backEnd()));
		html.close("select").close("label").element("output", "", "id", "found").close("form");
	}

	void write(Markup html) {
		html.open("table", "class", "resources")
			.open("thead")
			.open("tr")
			.element("th", "Done", "scope", "col")
			.element("th", "Resource", "scope", "col")
			.element("th", "Back end", "scope", "col")
			.element("th", "Declared by", "scope", "col")
			.close("tr")
			.close("thead")
			.open("tbody");
		this.rows.stream().limit(MAX_ROWS).forEach((row) -> write(html, row));
		html.close("tbody").close("table");
		if (this.rows.size() > MAX_ROWS) {
			html.element("p", "%d more are in the JSON of this endpoint.".formatted(this.rows.size() - MAX_ROWS),
					"class", "quiet");
		}
	}

	private static void write(Markup html, Row row) {
		Step step = row.step();
		html.open("tr", "data-back-end", row.backEnd())
			.open("td")
			.open("span", "class", "mark " + tone(step.change()))
			.element("b", String.valueOf(step.change().getSymbol()), "aria-hidden", "true")
			.text(" " + word(step.change()))
			.close("span")
			.close("td")
			.open("td")
			.element("span", step.id().kind() + " ", "class", "quiet")
			.element("span", step.id().name(), "class", "name");
		if (!step.differences().isEmpty()) {
			html.element("div", step.differences().stream().map(Difference::toString).collect(Collectors.joining("\n")),
					"class", "more");
		}
		step.notes().forEach((note) -> html.element("div", note, "class", "more"));
		html.close("td")
			.element("td", row.backEnd())
			.element("td", step.declaration().source(), "class", "quiet")
			.close("tr");
	}

	private static String word(Change change) {
		return switch (change) {
			case NONE -> "unchanged";
			case CREATE -> "created";
			case UPDATE -> "updated";
			case MIGRATE -> "migrated";
			case ASSERT -> "asserted";
			case AWAIT -> "awaited";
			case DRIFT -> "drifted";
		};
	}

	private static String tone(Change change) {
		return switch (change) {
			case NONE, ASSERT -> "idle";
			case CREATE -> "good";
			case UPDATE, MIGRATE -> "busy";
			case AWAIT -> "warn";
			case DRIFT -> "bad";
		};
	}

	private record Row(String backEnd, Step step) {
	}

}
