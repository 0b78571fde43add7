package dev.groundwork.contract;

/**
 * How the bytes of a secret are written.
 *
 * @since 0.1.0
 */
public enum Encoding {

	/**
	 * As they are: the UTF-8 form of the value.
	 */
	PLAIN,

	/**
	 * Base64, in the basic or the URL-safe alphabet, with or without padding.
	 */
	BASE64,

	/**
	 * Two hexadecimal digits for each byte.
	 */
	HEX,

	/**
	 * A key or a certificate between {@code BEGIN} and {@code END} lines.
	 */
	PEM

}
