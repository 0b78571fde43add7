package dev.groundwork.local;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when a local server is missing on this machine, or does not do what it was told.
 * The message names the server and the cause, and what to type where something is
 * missing.
 *
 * @since 0.1.0
 */
public final class LocalServerException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	LocalServerException(String message) {
		this(message, null);
	}

	LocalServerException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
