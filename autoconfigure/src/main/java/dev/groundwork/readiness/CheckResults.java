package dev.groundwork.readiness;

/**
 * How many of the latest results in a row were of a kind. A result of another kind begins
 * anew, so the counts are of consecutive results only.
 *
 * @param ups results that were up
 * @param notDowns results that were up or degraded
 * @param notUps results that were degraded or down
 * @param downs results that were down
 */
record CheckResults(int ups, int notDowns, int notUps, int downs) {

	static final CheckResults NONE = new CheckResults(0, 0, 0, 0);

	CheckResults and(DependencyStatus result) {
		return new CheckResults(count(this.ups, result == DependencyStatus.UP),
				count(this.notDowns, result != DependencyStatus.DOWN),
				count(this.notUps, result != DependencyStatus.UP), count(this.downs, result == DependencyStatus.DOWN));
	}

	private static int count(int before, boolean same) {
		return (same && before < Integer.MAX_VALUE) ? before + 1 : (same ? before : 0);
	}

	DependencyStatus decide(DependencyStatus current, CheckSchedule schedule) {
		return switch (current) {
			case UNKNOWN -> (this.downs > 0) ? DependencyStatus.DOWN : better(current, schedule);
			case UP -> worse(current, schedule);
			case DEGRADED -> (this.ups >= schedule.successThreshold()) ? DependencyStatus.UP : worse(current, schedule);
			case DOWN -> better(current, schedule);
		};
	}

	private DependencyStatus better(DependencyStatus current, CheckSchedule schedule) {
		if (this.ups >= schedule.successThreshold()) {
			return DependencyStatus.UP;
		}
		return (this.notDowns >= schedule.successThreshold()) ? DependencyStatus.DEGRADED : current;
	}

	private DependencyStatus worse(DependencyStatus current, CheckSchedule schedule) {
		if (this.downs >= schedule.failureThreshold()) {
			return DependencyStatus.DOWN;
		}
		return (this.notUps >= schedule.failureThreshold()) ? DependencyStatus.DEGRADED : current;
	}

}
