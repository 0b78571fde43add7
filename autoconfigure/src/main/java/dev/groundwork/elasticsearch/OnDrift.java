package dev.groundwork.elasticsearch;

/**
 * What to do about an index that differs from its definition in a way that Elasticsearch
 * cannot change in place.
 *
 * @since 0.1.0
 */
public enum OnDrift {

	/**
	 * End the start of the application.
	 */
	FAIL,

	/**
	 * Tell of it in the log and in the report, and start with the index as it is.
	 */
	WARN,

	/**
	 * Keep each index behind an alias. A run with groundwork.exit=true copies the
	 * documents into the next version and moves the alias; any other start waits for such
	 * a run.
	 */
	MIGRATE

}
