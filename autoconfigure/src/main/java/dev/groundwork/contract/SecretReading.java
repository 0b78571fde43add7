package dev.groundwork.contract;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.origin.Origin;

/**
 * What an application would read for one secret, and what is wrong with it. Holds the
 * value, and shows it to nobody who does not ask for it.
 *
 * @since 0.1.0
 */
public final class SecretReading {

	private final Secret secret;

	private final List<Finding> findings;

	SecretReading(Secret secret, List<Finding> findings) {
		this.secret = secret;
		this.findings = List.copyOf(findings);
	}

	/**
	 * Return the canonical name of the property.
	 * @return the name
	 */
	public String property() {
		return this.secret.property();
	}

	/**
	 * Return what is wrong.
	 * @return the findings
	 */
	public List<Finding> findings() {
		return this.findings;
	}

	/**
	 * Return where the value really stands, at the ends of all placeholders.
	 * @return the origins; empty if nothing is read
	 */
	public List<Origin> origins() {
		Resolution bound = this.secret.bound();
		return (bound != null) ? bound.sources().stream().map(Setting::origin).distinct().toList() : List.of();
	}

	/**
	 * Return whether there is a value with which an application may start.
	 * @return whether the value keeps the contract
	 */
	public boolean isGood() {
		return this.secret.hasValue()
				&& this.findings.stream().noneMatch((finding) -> finding.severity() == Severity.ERROR);
	}

	/**
	 * Return whether another reading has the same value.
	 * @param other the other reading
	 * @return whether the values are equal
	 */
	public boolean hasSameValueAs(SecretReading other) {
		String value = text();
		return value != null && value.equals(other.text());
	}

	/**
	 * Return the value.
	 * @return a copy, empty if there is none
	 */
	public char[] value() {
		String value = text();
		return (value != null) ? value.toCharArray() : new char[0];
	}

	private @Nullable String text() {
		Resolution bound = this.secret.bound();
		return (bound != null) ? bound.value() : null;
	}

	@Override
	public String toString() {
		return this.secret.toString();
	}

}
