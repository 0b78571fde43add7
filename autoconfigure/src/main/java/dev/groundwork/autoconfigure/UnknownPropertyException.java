package dev.groundwork.autoconfigure;

import java.util.List;

/**
 * Exception thrown when something is set under {@code groundwork} that nothing reads.
 * Names only: a value may be a secret in a wrong place.
 */
final class UnknownPropertyException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	UnknownPropertyException(List<String> unknown) {
		super("Nothing reads " + String.join(", ", unknown));
	}

}
