package dev.groundwork.report;

import dev.groundwork.readiness.GateState;

/**
 * What the start-up page says first.
 */
enum PageState {

	STARTING("Starting", "busy", "M12 6v6l4 2"),

	READY("Ready", "good", "M7 12.5l3.5 3.5L17 8.5"),

	DEGRADED("Degraded", "warn", "M12 6.5v7M12 17v.5"),

	UNREADY("Unready", "bad", "M8 8l8 8M16 8l-8 8"),

	STOPPING("Stopping", "idle", "M8.5 8.5h7v7h-7z"),

	FAILED("Failed", "bad", "M8 8l8 8M16 8l-8 8"),

	DEADLOCK("Deadlock", "bad", "M16.5 9.5A5 5 0 1 0 17 13M17 6.5v3.2h-3.2");

	private final String label;

	private final String tone;

	private final String icon;

	PageState(String label, String tone, String icon) {
		this.label = label;
		this.tone = tone;
		this.icon = icon;
	}

	static PageState of(GroundworkReport report) {
		if (report.gates().stream().anyMatch((gate) -> gate.state() == GateState.FAILED)) {
			return FAILED;
		}
		return switch (report.readiness().state()) {
			case STARTING -> report.waits().cycle().isEmpty() ? STARTING : DEADLOCK;
			case READY -> READY;
			case DEGRADED -> DEGRADED;
			case UNREADY -> UNREADY;
			case STOPPING -> STOPPING;
		};
	}

	String label() {
		return this.label;
	}

	/**
	 * Return the name of the colour, which says nothing that the label does not say.
	 * @return the class of the style
	 */
	String tone() {
		return this.tone;
	}

	void writeIcon(Markup html) {
		html.open("svg", "viewBox", "0 0 24 24", "class", "icon", "aria-hidden", "true")
			.empty("circle", "cx", "12", "cy", "12", "r", "10")
			.empty("path", "d", this.icon)
			.close("svg");
	}

}
