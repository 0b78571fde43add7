package dev.groundwork.report;

import java.util.List;

import dev.groundwork.startup.Wait;
import dev.groundwork.startup.WaitGraph;

/**
 * Who waits for whom: as a drawing, in words and for Mermaid.
 */
final class WaitSection {

	private final WaitGraph graph;

	private final List<Wait> cycle;

	WaitSection(WaitGraph graph) {
		this.graph = graph;
		this.cycle = graph.cycle();
	}

	void write(Markup html) {
		List<Wait> waits = this.graph.waits();
		if (waits.isEmpty()) {
			html.element("p", "Nobody waits.", "class", "quiet");
			return;
		}
		html.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", "Graph of waits");
		new WaitDrawing(this.graph).write(html);
		html.close("div").open("ul", "class", "waits");
		waits.forEach((wait) -> write(html, wait));
		html.close("ul")
			.open("details", "id", "mermaid")
			.element("summary", "Mermaid")
			.element("button", "Copy", "type", "button", "class", "copy", "hidden", "hidden")
			.open("pre", "tabindex", "0", "aria-label", "Source of the flow chart")
			.element("code", new WaitGraphMermaid(this.graph).toString())
			.close("pre")
			.close("details");
	}

	private void write(Markup html, Wait wait) {
		boolean circle = this.cycle.contains(wait);
		html.open("li", "class", circle ? "bad" : "")
			.element("span", wait.waiter(), "class", "name")
			.text(" waits for ")
			.element("span", wait.target(), "class", "name")
			.element("span",
					" %s, for %s%s%s%s".formatted(wait.reason(), Seconds.of(wait.elapsed()),
							(wait.thread() != null) ? ", thread " + wait.thread() : "",
							wait.certain() ? "" : ", concluded", circle ? ", in a circle" : ""),
					"class", "quiet")
			.close("li");
	}

}
