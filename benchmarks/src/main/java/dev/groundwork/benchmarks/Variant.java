package dev.groundwork.benchmarks;

import java.util.Locale;

/**
 * What an application is built with.
 */
enum Variant {

	/**
	 * Spring Boot alone, with the broker and the search node in its readiness group.
	 */
	PLAIN,

	/**
	 * Spring Boot with Groundwork, as it is when nothing is configured.
	 */
	GROUNDWORK;

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
