package dev.groundwork.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * A {@link SecretRequirement} and what is set for it.
 *
 * @param requirement what is required
 * @param required whether it is required as things stand
 * @param bound what the application reads, or {@code null} if it reads nothing
 * @param others what is set under the environment variable and the aliases, each place
 * once, without blank ones
 * @param nearMisses finds the names that were probably meant to be names of this secret
 */
record Secret(SecretRequirement requirement, boolean required, @Nullable Resolution bound, List<Resolution> others,
		Supplier<@Nullable NearMiss> nearMisses) {

	static Secret of(SecretRequirement requirement, Settings settings, NearMisses nearMisses) {
		Resolution bound = settings.resolve(requirement.property());
		Map<Place, Resolution> others = new LinkedHashMap<>();
		for (Resolution other : settings.resolveAll(requirement.otherNames())) {
			if (!other.isBlank()) {
				others.putIfAbsent(other.setting().place(), other);
			}
		}
		Condition condition = requirement.requiredWhen();
		boolean required = condition == null || condition.holds(settings);
		return new Secret(requirement, required, bound, List.copyOf(others.values()),
				() -> nearMisses.find(requirement, (bound != null) ? bound.unset() : List.of()));
	}

	String property() {
		return this.requirement.property();
	}

	/**
	 * Return whether the application reads a value that somebody set on purpose, be it a
	 * good one or not.
	 * @return whether there is a value to look at
	 */
	boolean hasValue() {
		return this.bound != null && this.bound.complete() && !this.bound.isBlank() && !isDefaulted(this.bound);
	}

	/**
	 * Return whether the value is a default of a placeholder. A default that is read from
	 * another name of this secret is not: the contract allows that name.
	 * @param bound what the application reads
	 * @return whether the application fell back
	 */
	boolean isDefaulted(Resolution bound) {
		return bound.complete() && !bound.unset().isEmpty() && bound.sources().stream().noneMatch(this::isDeclared);
	}

	/**
	 * Return the bytes of the value.
	 * @return the bytes, or why there are none; {@code null} if there is no value, or
	 * only the name of a file that the application reads
	 */
	@Nullable Decoding decoding() {
		Resolution bound = this.bound;
		if (bound == null || (PathRule.isPath(bound.value()) && PathRule.isLocation(this))) {
			return null;
		}
		return Decoding.of(this.requirement.encoding(), bound.value());
	}

	/**
	 * Return what somebody who guesses may guess: the value as it is written, and what it
	 * stands for if it is encoded.
	 * @return the texts
	 */
	List<String> readings() {
		if (this.bound == null) {
			return List.of();
		}
		Encoding encoding = this.requirement.encoding();
		Decoding decoding = (encoding == Encoding.BASE64 || encoding == Encoding.HEX) ? decoding() : null;
		return (decoding != null) ? List.of(this.bound.value(), decoding.text()) : List.of(this.bound.value());
	}

	/**
	 * Return what is set for this secret and does not reach the application.
	 * @return the settings under the environment variable and the aliases, the canonical
	 * one first
	 */
	List<Resolution> unread() {
		Resolution bound = this.bound;
		return (bound != null) ? this.others.stream().filter((other) -> !bound.passes(other.setting())).toList()
				: this.others;
	}

	/**
	 * Return everything that gives this secret a value of its own.
	 * @return what the application reads, if it is a value, and what does not reach it
	 */
	List<Resolution> candidates() {
		List<Resolution> candidates = new ArrayList<>();
		if (this.bound != null && hasValue()) {
			candidates.add(this.bound);
		}
		for (Resolution other : unread()) {
			if (other.complete()) {
				candidates.add(other);
			}
		}
		return candidates;
	}

	/**
	 * Return the alias that the value is read from.
	 * @return the alias or {@code null} if the value is not read from one
	 */
	@Nullable Setting aliasRead() {
		Resolution bound = this.bound;
		if (bound == null) {
			return null;
		}
		return this.others.stream()
			.map(Resolution::setting)
			.filter((other) -> !other.name().equals(this.requirement.environment()))
			.filter((other) -> bound.sources().stream().anyMatch(other::isSamePlaceAs))
			.findFirst()
			.orElse(null);
	}

	private boolean isDeclared(Setting setting) {
		return this.others.stream().map(Resolution::setting).anyMatch(setting::isSamePlaceAs);
	}

	@Override
	public String toString() {
		return "secret '" + property() + "'";
	}

}
