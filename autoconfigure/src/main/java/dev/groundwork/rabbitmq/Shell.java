package dev.groundwork.rabbitmq;

/**
 * Words of a command line.
 */
final class Shell {

	private Shell() {
	}

	static String quote(String value) {
		return "'" + value.replace("'", "'\\''") + "'";
	}

}
