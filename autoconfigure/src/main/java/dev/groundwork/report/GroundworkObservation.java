package dev.groundwork.report;

import io.micrometer.common.docs.KeyName;
import io.micrometer.observation.docs.ObservationDocumentation;

/**
 * Every observation of Groundwork.
 *
 * @since 0.1.0
 */
public enum GroundworkObservation implements ObservationDocumentation {

	/**
	 * A start-up task, from its begin to its end.
	 */
	STARTUP_TASK("groundwork.startup.task", Key.TASK),

	/**
	 * A run of provisioning on one back end, with all its attempts.
	 */
	PROVISIONING("groundwork.provisioning", Key.BACK_END);

	private final String name;

	private final Key key;

	GroundworkObservation(String name, Key key) {
		this.name = name;
		this.key = key;
	}

	@Override
	public String getName() {
		return this.name;
	}

	@Override
	public KeyName[] getLowCardinalityKeyNames() {
		return new KeyName[] { this.key };
	}

	@Override
	public String getPrefix() {
		return "groundwork";
	}

	/**
	 * Every key of a {@link GroundworkObservation}.
	 */
	public enum Key implements KeyName {

		/**
		 * Name of a back end.
		 */
		BACK_END("backend"),

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
