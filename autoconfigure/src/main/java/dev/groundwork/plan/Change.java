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
	 * Declare again what has not been read; has no effect if it is there.
	 */
	ASSERT('?'),

	/**
	 * Wait: the resource is missing, and somebody else creates it.
	 */
	AWAIT('…'),

	/**
	 * Create the next version of the resource, copy the data and let the new version take
	 * the place of the old, which is kept.
	 */
	MIGRATE('»'),

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
