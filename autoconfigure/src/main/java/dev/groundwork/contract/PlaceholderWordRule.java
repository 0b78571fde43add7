package dev.groundwork.contract;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The whole value is a word that people write where a secret will be, or the name of the
 * secret itself. Case and separators do not matter.
 */
final class PlaceholderWordRule implements SecretRule {

	private static final Set<String> WORDS = Set.of("admin", "apikey", "changeit", "changeme", "changemenow",
			"changethis", "default", "defaultsecret", "demo", "demosecret", "dev", "development", "developmentsecret",
			"devsecret", "dummy", "dummysecret", "empty", "example", "examplesecret", "fixme", "foo", "foobar", "guest",
			"insecure", "inserthere", "jwtsecret", "jwtsecretkey", "mypassword", "mysecret", "mysecretkey", "nil",
			"none", "notset", "null", "pass", "passwd", "password", "placeholder", "replace", "replaceme",
			"replacethis", "root", "sample", "samplesecret", "secret", "secretkey", "secrets", "supersecret", "tbd",
			"temp", "test", "testsecret", "tobedefined", "todo", "topsecret", "undefined", "unset", "xxx", "yourapikey",
			"yourpassword", "yourpasswordhere", "yoursecret", "yoursecrethere", "yoursecretkey", "yoursecretkeyhere");

	@Override
	public String name() {
		return "placeholder-word";
	}

	@Override
	public @Nullable Finding check(Secret secret) {
		Resolution bound = secret.bound();
		if (bound == null || !isPlaceholder(bound.value(), secret.requirement())) {
			return null;
		}
		return finding(secret, Text.origin(bound), "is set to a well-known placeholder, not to a secret",
				Remedy.giveValue(secret));
	}

	private static boolean isPlaceholder(String value, SecretRequirement requirement) {
		String word = normalize(value);
		return WORDS.contains(word)
				|| Stream.concat(Stream.of(requirement.property()), requirement.otherNames().stream())
					.map(PlaceholderWordRule::normalize)
					.anyMatch(word::equals);
	}

	private static String normalize(String value) {
		return value.replaceAll("[\\s._<>\\[\\]{}\"'-]", "").toLowerCase(Locale.ROOT);
	}

}
