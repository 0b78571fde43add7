package dev.groundwork.contract;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What is known about one required property. Holds names and places, never a value.
 *
 * @param property the canonical name of the property
 * @param environment the environment variable that it is read from, or {@code null} if
 * none is named
 * @param places where the value comes from, for people; empty if there is none
 * @param findings what is wrong with it
 * @param rotation the last change while the application was running, or {@code null} if
 * there was none
 * @since 0.1.0
 */
public record SettingStatus(String property, @Nullable String environment, List<String> places, List<Finding> findings,
		@Nullable SecretRotation rotation) {

	public SettingStatus {
		places = List.copyOf(places);
		findings = List.copyOf(findings);
	}

	/**
	 * Create the status of a property that has not changed since the start.
	 * @param property the canonical name of the property
	 * @param environment the environment variable that it is read from, or {@code null}
	 * @param places where the value comes from, for people
	 * @param findings what is wrong with it
	 */
	public SettingStatus(String property, @Nullable String environment, List<String> places, List<Finding> findings) {
		this(property, environment, places, findings, null);
	}

	SettingStatus withRotation(@Nullable SecretRotation change) {
		return (change != null) ? new SettingStatus(this.property, this.environment, this.places, this.findings, change)
				: this;
	}

	static SettingStatus of(Secret secret, List<Finding> findings) {
		Resolution bound = secret.bound();
		List<String> places = (bound != null && secret.hasValue())
				? bound.sources().stream().map((source) -> source.place().toString()).distinct().toList() : List.of();
		return new SettingStatus(secret.property(), secret.requirement().environment(), places, findings);
	}

	/**
	 * Return whether the application may start with what is set.
	 * @return whether no finding is an error
	 */
	public boolean satisfied() {
		return this.findings.stream().noneMatch((finding) -> finding.severity() == Severity.ERROR);
	}

}
