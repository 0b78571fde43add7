package dev.groundwork.contract;

import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The secret is set under no name at all.
 */
final class MissingRule implements SecretRule {

	@Override
	public String name() {
		return "missing-secret";
	}

	@Override
	public @Nullable Finding check(Secret secret) {
		if (secret.bound() != null) {
			return null;
		}
		SecretRequirement requirement = secret.requirement();
		String names = Stream.concat(Stream.of(requirement.property()), requirement.otherNames().stream())
			.map((name) -> "'" + name + "'")
			.collect(Collectors.joining(", "));
		String required = Text.required(requirement.requiredWhen());
		return finding(secret, requirement.declaredAt(), required + " and not set: looked for " + names,
				Remedy.setNewValue(secret));
	}

}
