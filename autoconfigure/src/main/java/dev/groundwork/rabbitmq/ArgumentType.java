package dev.groundwork.rabbitmq;

/**
 * What the broker expects the value of an argument to be.
 */
enum ArgumentType {

	/**
	 * A whole number of any size.
	 */
	INTEGER,

	/**
	 * A truth value.
	 */
	BOOLEAN,

	/**
	 * Text.
	 */
	STRING;

	boolean accepts(Object value) {
		return switch (this) {
			case INTEGER ->
				value instanceof Long || value instanceof Integer || value instanceof Short || value instanceof Byte;
			case BOOLEAN -> value instanceof Boolean;
			case STRING -> value instanceof String;
		};
	}

}
