package dev.groundwork.plan;

/**
 * What has to be done about a resource.
 *
 * @since 0.1.0
 */
public enum Change {

	/**
	 * Nothing: the resource is as declared.
	 */
	NONE('='),

	/**
	 * Create the resource.
	 */
	CREATE('+'),

	/**
	 * Change the existing resource in place.
	 */
	UPDATE('~'),

	/**
	 * Declare again what cannot be read; has no effect if it is there.
	 */
	ASSERT('?'),

	/**
	 * Nothing that could be done without losing data: the resource differs from its
	 * declaration.
	 */
	DRIFT('!');

	private final char symbol;

	Change(char symbol) {
		this.symbol = symbol;
	}

	/**
	 * Return the character that stands for the change in a plan.
	 * @return the symbol
	 */
	public char getSymbol() {
		return this.symbol;
	}

}
