package dev.groundwork.demonstration;

import java.util.concurrent.ExecutionException;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when something that was to be shown did not happen.
 */
final class DemonstrationException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	DemonstrationException(String message) {
		this(message, null);
	}

	DemonstrationException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

	/**
	 * Pass on why something failed on another thread.
	 * @param failure what that thread left
	 * @return an exception with the message of the cause
	 */
	static DemonstrationException of(ExecutionException failure) {
		Throwable cause = (failure.getCause() != null) ? failure.getCause() : failure;
		return new DemonstrationException(String.valueOf(cause.getMessage()), cause);
	}

}
