package dev.groundwork.drills;

import java.time.Duration;

/**
 * What was seen of one half of a drill.
 *
 * @param shown whether it showed what it must
 * @param sentence what was seen, or why it does not count
 * @param took how long the half took
 */
record Observation(boolean shown, String sentence, Duration took) {

	@Override
	public String toString() {
		return "%s%s (%s in all)".formatted(this.shown ? "" : "NOT SHOWN: ", this.sentence, Seconds.of(this.took));
	}

}
