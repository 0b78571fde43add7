package dev.groundwork.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.groundwork.startup.Wait;
import dev.groundwork.startup.WaitGraph;

/**
 * A {@link WaitGraph} as a flow chart in the language of Mermaid. A circle is drawn in
 * red and thick.
 */
final class WaitGraphMermaid {

	private static final String CIRCLE = "stroke:#b3261e,stroke-width:3px";

	private final Map<String, String> ids = new LinkedHashMap<>();

	private final List<String> edges = new ArrayList<>();

	private final List<Integer> circleEdges = new ArrayList<>();

	private final List<Wait> cycle;

	WaitGraphMermaid(WaitGraph graph) {
		this.cycle = graph.cycle();
		graph.waits().forEach(this::add);
	}

	private void add(Wait wait) {
		if (this.cycle.contains(wait)) {
			this.circleEdges.add(this.edges.size());
		}
		String arrow = wait.certain() ? "-->" : "-.->";
		this.edges.add("  %s %s|\"%s\"| %s".formatted(id(wait.waiter()), arrow,
				escape("%s, %d s".formatted(wait.reason(), wait.elapsed().toSeconds())), id(wait.target())));
	}

	private String id(String name) {
		return this.ids.computeIfAbsent(name, (added) -> "n" + this.ids.size());
	}

	/**
	 * Nothing in a label may end it, start markup or be taken for Markdown.
	 * @param text the text
	 * @return the text with the entities of Mermaid
	 */
	private static String escape(String text) {
		StringBuilder escaped = new StringBuilder();
		text.codePoints().forEach((character) -> {
			boolean plain = Character.isLetterOrDigit(character) || " .,:/_-()=→'".indexOf(character) >= 0;
			if (Character.isISOControl(character)) {
				escaped.append(' ');
			}
			else if (plain) {
				escaped.appendCodePoint(character);
			}
			else {
				escaped.append('#').append(character).append(';');
			}
		});
		return escaped.toString();
	}

	@Override
	public String toString() {
		List<String> lines = new ArrayList<>(List.of("flowchart LR"));
		this.ids.forEach((name, id) -> lines.add("  %s[\"%s\"]".formatted(id, escape(name))));
		lines.addAll(this.edges);
		if (!this.cycle.isEmpty()) {
			lines.add("  classDef circle " + CIRCLE);
			lines.add("  class %s circle".formatted(
					this.cycle.stream().map((wait) -> id(wait.waiter())).distinct().collect(Collectors.joining(","))));
			lines.add("  linkStyle %s %s"
				.formatted(this.circleEdges.stream().map(String::valueOf).collect(Collectors.joining(",")), CIRCLE));
		}
		return String.join("\n", lines) + "\n";
	}

}
