package dev.groundwork.contract;

import java.util.Locale;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What runs is not the build that was meant to be deployed.
 */
final class StaleBuildRule implements DeploymentRule {

	private static final String COMMIT = "groundwork.contract.expected-commit";

	private static final String VERSION = "groundwork.contract.expected-version";

	private static final int SHORTEST_HASH = 7;

	@Override
	public String name() {
		return "stale-build";
	}

	@Override
	public Stream<Finding> check(Inspection inspection, Deployment deployment) {
		Settings settings = inspection.settings();
		Deployment.Build build = deployment.build();
		return Stream
			.of(check(settings, COMMIT, (build != null) ? build.commit() : null,
					"The build must write META-INF/git.properties or git.properties with 'git.commit.id', as "
							+ "git-commit-id-maven-plugin does."),
					check(settings, VERSION, (build != null) ? build.version() : null,
							"The build must write META-INF/build-info.properties, as goal 'build-info' of "
									+ "spring-boot-maven-plugin does."))
			.flatMap(Stream::ofNullable);
	}

	private @Nullable Finding check(Settings settings, String property, @Nullable String actual, String howToTell) {
		Resolution expected = settings.resolve(property);
		String value = settings.value(property);
		if (expected == null || value == null) {
			return null;
		}
		if (actual == null || actual.isBlank()) {
			return finding(property, Text.origin(expected),
					"is set, and the application does not say what it was built from", howToTell);
		}
		boolean same = property.equals(COMMIT) ? isSameCommit(value, actual.trim()) : value.equals(actual.trim());
		return same ? null
				: finding(property, Text.origin(expected),
						"is not what this application was built from: the image holds another build",
						"Build the image again without a cache, deploy it by its digest, and set this property where "
								+ "the image is built:\n    docker build --no-cache --build-arg COMMIT="
								+ "$(git rev-parse HEAD) .");
	}

	private static boolean isSameCommit(String expected, String actual) {
		String one = expected.toLowerCase(Locale.ROOT);
		String other = actual.toLowerCase(Locale.ROOT);
		return one.equals(other) || (Math.min(one.length(), other.length()) >= SHORTEST_HASH
				&& (one.startsWith(other) || other.startsWith(one)));
	}

}
