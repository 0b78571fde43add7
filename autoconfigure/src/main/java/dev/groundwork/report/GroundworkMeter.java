package dev.groundwork.report;

import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.docs.MeterDocumentation;

/**
 * Every meter of Groundwork. All are gauges that read a snapshot. A state is one time
 * series for each value it can have, 1 for the one it has and 0 for the others, so that a
 * query names it: {@code groundwork_gate_state{state="open"} == 0}.
 *
 * @since 0.1.0
 */
public enum GroundworkMeter implements MeterDocumentation {

	/**
	 * Whether the application takes requests: 1 or 0.
	 */
	READY("groundwork.ready"),

	/**
	 * State of readiness: starting, ready, degraded, unready or stopping.
	 */
	READINESS_STATE("groundwork.readiness.state", Key.STATE),

	/**
	 * State of a gate: open, closed or failed.
	 */
	GATE_STATE("groundwork.gate.state", Key.GATE, Key.STATE),

	/**
	 * State of a dependency: unknown, up, degraded or down.
	 */
	DEPENDENCY_STATE("groundwork.dependency.state", Key.DEPENDENCY, Key.POLICY, Key.STATE),

	/**
	 * Time that a start-up task has run so far, or took.
	 */
	TASK_DURATION("groundwork.task.duration", "seconds", Key.TASK),

	/**
	 * Number of reasons why a start-up task failed for good.
	 */
	TASK_FAILURES("groundwork.task.failures", Key.TASK),

	/**
	 * Number of resources of a back end by what was done about them: none, create,
	 * update, assert, await, migrate or drift.
	 */
	PROVISIONING_RESOURCES("groundwork.provisioning.resources", Key.BACK_END, Key.CHANGE),

	/**
	 * Number of attempts that provisioning took.
	 */
	PROVISIONING_ATTEMPTS("groundwork.provisioning.attempts", Key.BACK_END),

	/**
	 * Time that the attempt took that succeeded.
	 */
	PROVISIONING_DURATION("groundwork.provisioning.duration", "seconds", Key.BACK_END),

	/**
	 * Time from the start of the JVM until every gate was open; not a number until then.
	 */
	TIME_TO_READY("groundwork.time.to.ready", "seconds");

	private final String name;

	private final String baseUnit;

	private final KeyName[] keys;

	GroundworkMeter(String name, Key... keys) {
		this(name, "", keys);
	}

	GroundworkMeter(String name, String baseUnit, Key... keys) {
		this.name = name;
		this.baseUnit = baseUnit;
		this.keys = keys;
	}

	@Override
	public String getName() {
		return this.name;
	}

	@Override
	public String getBaseUnit() {
		return this.baseUnit;
	}

	@Override
	public Meter.Type getType() {
		return Meter.Type.GAUGE;
	}

	@Override
	public KeyName[] getKeyNames() {
		return this.keys.clone();
	}

	@Override
	public String getPrefix() {
		return "groundwork";
	}

	/**
	 * Every tag of a {@link GroundworkMeter}. The values are names that the application
	 * gives to what it has a few of, and constants.
	 */
	public enum Key implements KeyName {

		/**
		 * Name of a back end.
		 */
		BACK_END("backend"),

		/**
		 * What was done about a resource.
		 */
		CHANGE("change"),

		/**
		 * Name of a dependency.
		 */
		DEPENDENCY("dependency"),

		/**
		 * Name of a gate.
		 */
		GATE("gate"),

		/**
		 * What the loss of a dependency means: startup, strict or ignore.
		 */
		POLICY("policy"),

		/**
		 * State that has a time series of its own.
		 */
		STATE("state"),

		/**
		 * Name of a start-up task.
		 */
		TASK("task");

		private final String key;

		Key(String key) {
			this.key = key;
		}

		@Override
		public String asString() {
			return this.key;
		}

	}

}
