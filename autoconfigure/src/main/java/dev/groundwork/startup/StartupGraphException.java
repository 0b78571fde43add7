package dev.groundwork.startup;

/**
 * Exception thrown when the start-up tasks cannot be ordered. Nothing has run when it is
 * thrown.
 *
 * @since 0.1.0
 */
public final class StartupGraphException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String remedy;

	StartupGraphException(String message, String remedy) {
		super(message);
		this.remedy = remedy;
	}

	/**
	 * Return what to do about it.
	 * @return the remedy
	 */
	public String getRemedy() {
		return this.remedy;
	}

}
