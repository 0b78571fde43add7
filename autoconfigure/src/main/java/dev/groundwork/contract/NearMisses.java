package dev.groundwork.contract;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
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

	NearMisses(Settings settings, Collection<SecretRequirement> requirements) {
		this.settings = settings;
		for (SecretRequirement requirement : requirements) {
			this.declared.add(requirement.property());
			this.declared.add(environmentForm(requirement.property()));
			this.declared.addAll(requirement.otherNames());
		}
	}

	@Nullable NearMiss find(SecretRequirement requirement, Collection<String> unset) {
		Set<String> referredTo = this.settings.referredTo();
		List<String> meant = Stream
			.of(requirement.otherNames().stream(), unset.stream(), Stream.of(requirement.property()))
			.flatMap((names) -> names)
			.distinct()
			.toList();
		return this.settings.all()
			.filter((setting) -> !setting.isBlank())
			.filter((setting) -> !this.declared.contains(setting.name()) && !referredTo.contains(setting.name()))
			.flatMap((setting) -> meant.stream().flatMap((name) -> nearMiss(setting, name)))
			.min(Comparator.comparingInt(NearMiss::distance))
			.orElse(null);
	}

	/**
	 * Return the environment variable that relaxed binding reads a property from.
	 * @param property the canonical name of the property
	 * @return the name of the environment variable
	 */
	static String environmentForm(String property) {
		return property.replaceAll("[-\\]]", "").replaceAll("[.\\[]", "_").toUpperCase(Locale.ROOT);
	}

	private static Stream<NearMiss> nearMiss(Setting setting, String name) {
		boolean variable = setting.name().equals(setting.name().toUpperCase(Locale.ROOT));
		String meant = (variable && ConfigurationPropertyName.isValid(name)) ? environmentForm(name) : name;
		OptionalInt distance = Words.of(setting.name()).distance(Words.of(name));
		return distance.stream().mapToObj((value) -> new NearMiss(setting, meant, value));
	}

}
