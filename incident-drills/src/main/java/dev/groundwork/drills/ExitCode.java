package dev.groundwork.drills;

/**
 * Exit codes that have a meaning.
 */
final class ExitCode {

	/**
	 * The configuration is wrong: {@code EX_CONFIG} of {@code sysexits.h}.
	 */
	static final int BROKEN_CONTRACT = 78;

	private ExitCode() {
	}

}
