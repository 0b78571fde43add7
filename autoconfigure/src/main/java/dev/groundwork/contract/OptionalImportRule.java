package dev.groundwork.contract;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A source of properties is allowed to be missing, it is missing, and a secret has no
 * value: the start says nothing of the source. Where a value that stands in a file of the
 * application is read instead, it is a warning. As long as every secret has its value
 * from elsewhere, an optional source is nobody's fault.
 */
final class OptionalImportRule implements EnvironmentRule {

	private static final String IMPORT = "spring.config.import";

	private static final String OPTIONAL = "optional:";

	private static final List<String> FAIL_FAST = List.of("spring.cloud.config.fail-fast",
			"spring.cloud.kubernetes.config.fail-fast", "spring.cloud.kubernetes.secrets.fail-fast",
			"spring.cloud.vault.fail-fast", "spring.cloud.consul.config.fail-fast");

	@Override
	public String name() {
		return "optional-import";
	}

	@Override
	public Stream<Finding> check(Inspection inspection) {
		List<String> missing = names(inspection.secrets().stream().filter(OptionalImportRule::isMissing));
		List<String> fallenBack = inspection.production().active()
				? names(inspection.secrets().stream().filter(OptionalImportRule::isInFile)) : List.of();
		if (missing.isEmpty() && fallenBack.isEmpty()) {
			return Stream.empty();
		}
		Stream<Finding> imports = inspection.settings()
			.all()
			.stream()
			.filter((setting) -> PropertyNames.isBelow(setting.name(), IMPORT))
			.flatMap((setting) -> Arrays.stream(setting.text().split(","))
				.map(String::trim)
				.filter((location) -> location.startsWith(OPTIONAL)
						&& !inspection.settings().hasSource(location.substring(OPTIONAL.length())))
				.map((location) -> absent(setting, missing, fallenBack)));
		return missing.isEmpty() ? imports : Stream.concat(imports, failFast(inspection.settings(), missing));
	}

	private Finding absent(Setting setting, List<String> missing, List<String> fallenBack) {
		String remedy = "Remove 'optional:' from the import, so that the start says that it is not there.";
		if (missing.isEmpty()) {
			return finding(setting.name(), setting.origin(),
					"imports a source that is optional and not there, and " + Text.names(fallenBack) + " "
							+ Text.isOrAre(fallenBack) + " read from a file of the application instead",
					remedy)
				.withSeverity(Severity.WARNING);
		}
		return finding(setting.name(), setting.origin(), "imports a source that is optional and not there, and "
				+ Text.names(missing) + " " + Text.isOrAre(missing) + " missing", remedy);
	}

	private Stream<Finding> failFast(Settings settings, List<String> missing) {
		return settings.resolveAll(FAIL_FAST)
			.stream()
			.filter((property) -> property.value().trim().equalsIgnoreCase("false"))
			.map((property) -> finding(property.setting().name(), Text.origin(property),
					"is false, so that a server that cannot be reached is passed over, and " + Text.names(missing) + " "
							+ Text.isOrAre(missing) + " missing",
					"Let the start say that the server cannot be reached:\n    " + property.setting().name()
							+ ": true"));
	}

	private static List<String> names(Stream<Secret> secrets) {
		return secrets.map(Secret::property).toList();
	}

	private static boolean isMissing(Secret secret) {
		return secret.required() && !secret.hasValue();
	}

	private static boolean isInFile(Secret secret) {
		return secret.hasValue() && secret.bound() != null
				&& secret.bound().sources().stream().anyMatch((source) -> source.place().inFile());
	}

}
