package dev.groundwork.benchmarks;

import java.util.Locale;

/**
 * Two medians of one scenario.
 *
 * @param scenario what was measured
 * @param plainMillis how long it takes without Groundwork
 * @param groundworkMillis how long it takes with Groundwork
 * @param target how many times faster it has to be, 0 if nothing is promised
 */
record Comparison(String scenario, double plainMillis, double groundworkMillis, double target) {

	double ratio() {
		return this.plainMillis / this.groundworkMillis;
	}

	boolean isMissed() {
		return ratio() < this.target;
	}

	@Override
	public String toString() {
		return String.format(Locale.ROOT, "%s: %.1f ms and %.1f ms, %.1f times faster %s", this.scenario,
				this.plainMillis, this.groundworkMillis, ratio(), verdict());
	}

	String verdict() {
		if (this.target == 0) {
			return "";
		}
		return String.format(Locale.ROOT, "%s %.1f", isMissed() ? "MISSED" : "ok,", this.target);
	}

}
