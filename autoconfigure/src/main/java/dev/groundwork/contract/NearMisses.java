package dev.groundwork.contract;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

/**
 * Finds names that are set, that nothing refers to, and that are close to a name that is
 * required and not set.
 */
final class NearMisses {

	private final Settings settings;

	private final Set<String> declared = new HashSet<>();

	private @Nullable List<Candidate> candidates;

	NearMisses(Settings settings, Collection<SecretRequirement> requirements) {
		this(settings, requirements, List.of());
	}

	NearMisses(Settings settings, Collection<SecretRequirement> secrets, Collection<PropertyRequirement> properties) {
		this.settings = settings;
		for (SecretRequirement secret : secrets) {
			declare(secret.property());
			this.declared.addAll(secret.otherNames());
		}
		properties.forEach((property) -> declare(property.property()));
	}

	private void declare(String property) {
		this.declared.add(property);
		this.declared.add(environmentForm(property));
	}

	@Nullable NearMiss find(PropertyRequirement requirement, Collection<String> unset) {
		return nearest(Stream.concat(unset.stream(), Stream.of(requirement.property()))).orElse(null);
	}

	@Nullable NearMiss find(SecretRequirement requirement, Collection<String> unset) {
		return nearest(Stream.of(requirement.otherNames().stream(), unset.stream(), Stream.of(requirement.property()))
			.flatMap((names) -> names)).map((nearMiss) -> preferWhatIsRead(nearMiss, requirement, unset)).orElse(null);
	}

	private Optional<NearMiss> nearest(Stream<String> meant) {
		return meant.distinct()
			.flatMap((name) -> nearMisses(name, Words.of(name)))
			.min(Comparator.comparingInt(NearMiss::distance));
	}

	private static NearMiss preferWhatIsRead(NearMiss nearMiss, SecretRequirement requirement,
			Collection<String> unset) {
		String environment = requirement.environment();
		if (environment == null || !unset.contains(environment) || unset.contains(nearMiss.meant())) {
			return nearMiss;
		}
		return new NearMiss(nearMiss.setting(), environment, nearMiss.distance());
	}

	private Stream<NearMiss> nearMisses(String name, Words words) {
		return candidates().stream()
			.flatMap((candidate) -> candidate.words()
				.distance(words)
				.stream()
				.mapToObj((distance) -> nearMiss(candidate.setting(), name, distance)));
	}

	// only when a secret has no value, and once
	private List<Candidate> candidates() {
		List<Candidate> candidates = this.candidates;
		if (candidates == null) {
			candidates = listCandidates();
			this.candidates = candidates;
		}
		return candidates;
	}

	private List<Candidate> listCandidates() {
		List<Candidate> candidates = new ArrayList<>();
		Set<String> referredTo = this.settings.referredTo();
		for (Setting setting : this.settings.all()) {
			if (!setting.isBlank() && !this.declared.contains(setting.name()) && !referredTo.contains(setting.name())) {
				candidates.add(new Candidate(setting, Words.of(setting.name())));
			}
		}
		return candidates;
	}

	/**
	 * Return the environment variable that relaxed binding reads a property from.
	 * @param property the canonical name of the property
	 * @return the name of the environment variable
	 */
	static String environmentForm(String property) {
		return property.replace("-", "").replace("]", "").replace('.', '_').replace('[', '_').toUpperCase(Locale.ROOT);
	}

	private static NearMiss nearMiss(Setting setting, String name, int distance) {
		boolean variable = setting.name().equals(setting.name().toUpperCase(Locale.ROOT));
		String meant = (variable && ConfigurationPropertyName.isValid(name)) ? environmentForm(name) : name;
		return new NearMiss(setting, meant, distance);
	}

	/**
	 * A name that may be meant to be another.
	 *
	 * @param setting what is set under it
	 * @param words the words of the name
	 */
	private record Candidate(Setting setting, Words words) {
	}

}
