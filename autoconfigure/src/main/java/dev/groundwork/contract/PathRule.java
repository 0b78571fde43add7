package dev.groundwork.contract;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The value is the path of a file that somebody should have read. A random token may
 * begin with a slash too, so only the directories where secrets are mounted count.
 */
final class PathRule implements SecretRule {

	private static final Pattern PATH = Pattern
		.compile("(?:(?:file|classpath|configtree):\\S+|[A-Za-z]:[\\\\/][^\\s\"]+|(?:~|\\.{1,2})/[\\w./-]+"
				+ "|/(?:app|config|data|etc|home|mnt|opt|root|run|secrets?|srv|tmp|usr|var|vault|workspace)/\\S+)");

	private static final Pattern NAME_OF_LOCATION = Pattern
		.compile("spring\\.ssl\\.bundle\\..*|.*[.-](?:file|path|location|resource|uri|url)");

	@Override
	public String name() {
		return "secret-is-a-path";
	}

	@Override
	public @Nullable Finding check(Secret secret) {
		Resolution bound = secret.bound();
		if (bound == null || !isPath(bound.value()) || isLocation(secret)) {
			return null;
		}
		return finding(secret, Text.origin(bound), "is set to the path of a file, not to what the file holds",
				Remedy.readFile(secret));
	}

	/**
	 * Return whether the application reads a path on purpose.
	 * @param secret the secret
	 * @return whether its name says that a location is expected
	 */
	static boolean isLocation(Secret secret) {
		return NAME_OF_LOCATION.matcher(secret.property()).matches();
	}

	static boolean isPath(String value) {
		return PATH.matcher(value.strip()).matches();
	}

}
