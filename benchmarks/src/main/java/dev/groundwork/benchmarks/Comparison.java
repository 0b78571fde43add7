package dev.groundwork.benchmarks;

import java.util.Locale;

/**
 * Two figures of one scenario.
 *
 * @param scenario what was measured
 * @param unit the unit of both figures
 * @param plain the figure without Groundwork
 * @param groundwork the figure with Groundwork
 * @param promise what is promised
 */
record Comparison(String scenario, String unit, double plain, double groundwork, Promise promise) {

	/**
	 * Compare how long something takes.
	 * @param scenario what was measured
	 * @param plain the median without Groundwork, in milliseconds
	 * @param groundwork the median with Groundwork, in milliseconds
	 * @param target how many times faster it has to be, 0 if nothing is promised
	 * @return the comparison
	 */
	static Comparison ofMillis(String scenario, double plain, double groundwork, double target) {
		return new Comparison(scenario, "ms", plain, groundwork,
				(target > 0) ? Promise.timesLess(target) : Promise.none());
	}

	double ratio() {
		return this.plain / this.groundwork;
	}

	boolean isMissed() {
		return this.promise.isBroken(this.plain, this.groundwork);
	}

	@Override
	public String toString() {
		return String.format(Locale.ROOT, "%s: %.1f and %.1f %s, ratio %.1f %s", this.scenario, this.plain,
				this.groundwork, this.unit, ratio(), verdict());
	}

	String verdict() {
		if (this.promise.text().isEmpty()) {
			return "";
		}
		return (isMissed() ? "MISSED " : "ok, ") + this.promise.text();
	}

}
