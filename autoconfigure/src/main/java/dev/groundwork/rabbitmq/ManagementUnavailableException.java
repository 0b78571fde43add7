package dev.groundwork.rabbitmq;

/**
 * Exception thrown when the management API cannot be read. Its message says why and what
 * to do about it, in one line; it is never a reason not to provision.
 */
final class ManagementUnavailableException extends Exception {

	private static final long serialVersionUID = 1L;

	ManagementUnavailableException(String message) {
		super(message);
	}

}
