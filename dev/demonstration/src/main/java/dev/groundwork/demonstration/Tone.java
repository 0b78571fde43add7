package dev.groundwork.demonstration;

/**
 * How a line sounds; in a terminal, its colour.
 */
enum Tone {

	/**
	 * A heading.
	 */
	STRONG("1"),

	/**
	 * What happens.
	 */
	PLAIN(""),

	/**
	 * What need not be read.
	 */
	QUIET("2"),

	/**
	 * Something is not there yet.
	 */
	WAITING("33"),

	/**
	 * What was hoped for.
	 */
	GOOD("32"),

	/**
	 * What went wrong.
	 */
	BAD("31");

	private final String code;

	Tone(String code) {
		this.code = code;
	}

	String paint(String text) {
		return (this.code.isEmpty() || text.isEmpty()) ? text : "\u001b[%sm%s\u001b[0m".formatted(this.code, text);
	}

}
