package dev.groundwork.report;

import java.util.List;

/**
 * Why an application is not ready, or not wholly, and what to do about it.
 */
final class ObstacleSection {

	private final GroundworkReport report;

	ObstacleSection(GroundworkReport report) {
		this.report = report;
	}

	void write(Markup html) {
		List<Obstacle> obstacles = Obstacle.of(this.report);
		if (obstacles.isEmpty()) {
			return;
		}
		html.element("h2", this.report.ready() ? "Why it is degraded" : "Why it is not ready").open("ul");
		obstacles.forEach((obstacle) -> write(html, obstacle));
		html.close("ul");
	}

	private static void write(Markup html, Obstacle obstacle) {
		html.open("li", "class", obstacle.grave() ? "bad" : "warn")
			.open("h3")
			.element("span", obstacle.label(), "class", "tag")
			.text(" ")
			.element("span", obstacle.subject(), "class", "name")
			.close("h3")
			.element("p", obstacle.cause());
		if (obstacle.remedy() != null && !obstacle.remedy().isBlank()) {
			html.open("div", "class", "remedy").element("b", "What to do").open("div", "class", "text");
			obstacle.remedy().lines().forEach((line) -> writeRemedy(html, line));
			html.close("div").close("div");
		}
		if (obstacle.evidence() != null && !obstacle.evidence().isBlank()) {
			html.element("div", obstacle.evidence(), "class", "evidence");
		}
		html.close("li");
	}

	/**
	 * What is to be typed is indented in a remedy.
	 * @param html where to write
	 * @param line a line of the remedy
	 */
	private static void writeRemedy(Markup html, String line) {
		if (line.startsWith("    ")) {
			html.element("code", line.substring(4));
		}
		else {
			html.element("div", line);
		}
	}

}
