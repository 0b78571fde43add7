package dev.groundwork.drills;

/**
 * What was seen of both halves of a drill.
 *
 * @param drill the drill
 * @param plain what was seen on plain Spring Boot
 * @param groundwork what was seen with Groundwork
 */
record Result(Drill drill, Observation plain, Observation groundwork) {

	boolean shown() {
		return this.plain.shown() && this.groundwork.shown();
	}

}
