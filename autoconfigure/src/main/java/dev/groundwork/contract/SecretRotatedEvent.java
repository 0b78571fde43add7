package dev.groundwork.contract;

/**
 * Event published when the value of a secret under contract has changed in its file, and
 * the new value keeps the contract. Nothing is replaced: the application uses the new
 * value if it handles this event, or when it starts again.
 * <p>
 * Published on a thread of Groundwork that watches all files; a listener that takes long
 * delays what is noticed next.
 *
 * @since 0.1.0
 */
public final class SecretRotatedEvent {

	private final String property;

	private final String place;

	private final char[] value;

	/**
	 * Create a new {@link SecretRotatedEvent} instance.
	 * @param property the canonical name of the property
	 * @param place where the value stands, for people
	 * @param value the new value
	 */
	public SecretRotatedEvent(String property, String place, char[] value) {
		this.property = property;
		this.place = place;
		this.value = value.clone();
	}

	/**
	 * Return the canonical name of the property.
	 * @return the name
	 */
	public String getProperty() {
		return this.property;
	}

	/**
	 * Return where the value stands.
	 * @return the place, for people
	 */
	public String getPlace() {
		return this.place;
	}

	/**
	 * Hand out the new value. Named so that nothing that looks for properties finds it.
	 * @return a copy, which the caller may overwrite after use
	 */
	public char[] revealValue() {
		return this.value.clone();
	}

	@Override
	public String toString() {
		return "secret '" + this.property + "' changed at " + this.place;
	}

}
