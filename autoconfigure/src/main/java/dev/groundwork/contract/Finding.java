package dev.groundwork.contract;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.origin.Origin;

/**
 * One way in which the configuration breaks its {@link Contract}. Holds names and places,
 * never the value of a secret.
 *
 * @param rule the stable, kebab-case name of the rule that was broken
 * @param severity what the finding does to the start of the application; never
 * {@link Severity#OFF}
 * @param property the canonical name of the property that the finding is about
 * @param origin where the cause stands, or {@code null} if it stands nowhere
 * @param reason what is wrong
 * @param remedy what to do, with the exact text to type on lines of its own, which are
 * indented
 * @since 0.1.0
 */
public record Finding(String rule, Severity severity, String property, @Nullable Origin origin, String reason,
		String remedy) {

	/**
	 * Name of the rule about properties that cannot be bound, or that their validation
	 * refuses.
	 */
	public static final String INVALID_PROPERTY = "invalid-property";

	static final String INVALID_CONTRACT = "invalid-contract";

	public Finding {
		origin = (origin != null) ? Place.of(origin) : null;
	}

	/**
	 * Create a finding about the contract itself: it cannot be read as it is written.
	 * @param property the property under {@code groundwork.contract} that is wrong
	 * @param origin where that property stands, or {@code null} if it is not known
	 * @param reason what is wrong
	 * @param remedy what to do
	 * @return the finding
	 */
	public static Finding invalidContract(String property, @Nullable Origin origin, String reason, String remedy) {
		return new Finding(INVALID_CONTRACT, Severity.ERROR, property, origin, reason, remedy);
	}

	Finding withSeverity(Severity other) {
		return (other == this.severity) ? this
				: new Finding(this.rule, other, this.property, this.origin, this.reason, this.remedy);
	}

	/**
	 * Return whether the finding is about a property that is no secret.
	 * @return whether the rule is one about properties
	 */
	boolean isAboutProperty() {
		return this.rule.endsWith("-property");
	}

	/**
	 * Return where the cause stands, for people: {@code classpath:application.yml:3:11},
	 * {@code environment variable JWT_SECRET}, and so on.
	 * @return the place or {@code null} if the cause stands nowhere
	 */
	public @Nullable String place() {
		return (this.origin != null) ? Place.of(this.origin).toString() : null;
	}

}
