package dev.groundwork.contract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Two secrets have the same value: who learns one knows the other. Two properties that
 * read the same place are one secret on purpose.
 */
final class ReusedSecretRule implements EnvironmentRule {

	@Override
	public String name() {
		return "reused-secret";
	}

	@Override
	public Severity defaultSeverity() {
		return Severity.WARNING;
	}

	@Override
	public Stream<Finding> check(Inspection inspection) {
		Map<String, List<Secret>> byValue = inspection.secrets()
			.stream()
			.filter(Secret::hasValue)
			.collect(Collectors.groupingBy(ReusedSecretRule::value, LinkedHashMap::new, Collectors.toList()));
		return byValue.values()
			.stream()
			.filter((secrets) -> secrets.size() > 1)
			.map((secrets) -> secrets.stream().filter(ReusedSecretRule::isValueOfItsOwn).toList())
			.filter((secrets) -> secrets.size() > 1)
			.flatMap(this::reused);
	}

	private Stream<Finding> reused(List<Secret> secrets) {
		Secret first = secrets.get(0);
		return secrets.stream()
			.skip(1)
			.filter((secret) -> !readTheSame(first, secret))
			.map((secret) -> finding(secret.property(), (secret.bound() != null) ? Text.origin(secret.bound()) : null,
					"has the same value as '" + first.property() + "'", Remedy.setNewValue(secret)));
	}

	// what everybody knows is told of each of them already
	private static boolean isValueOfItsOwn(Secret secret) {
		return !PlaceholderWordRule.isPlaceholder(secret) && !SampleRule.isSample(secret);
	}

	private static String value(Secret secret) {
		return (secret.bound() != null) ? secret.bound().value().strip() : "";
	}

	private static boolean readTheSame(Secret first, Secret second) {
		return first.bound() != null && second.bound() != null
				&& (first.bound().sources().stream().anyMatch(second.bound()::passes)
						|| second.bound().sources().stream().anyMatch(first.bound()::passes));
	}

}
