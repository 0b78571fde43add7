package dev.groundwork.contract;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The value is a word that people write where a secret will be, or the name of the secret
 * itself, or says that it is to be replaced. Case and separators do not matter.
 */
final class PlaceholderWordRule implements SecretRule {

	private static final Set<String> WORDS = Set.of("admin", "admin123", "apikey", "changeit", "changeme",
			"changemenow", "changethis", "default", "defaultsecret", "demo", "demosecret", "dev", "development",
			"developmentsecret", "devsecret", "dummy", "dummysecret", "empty", "example", "examplesecret", "fixme",
			"foo", "foobar", "guest", "insecure", "inserthere", "jwtsecret", "jwtsecretkey", "letmein", "mypassword",
			"mysecret", "mysecretkey", "mytoken", "nil", "none", "notset", "null", "p@ssw0rd", "p@ssword", "pass",
			"passw0rd", "passwd", "password", "password1", "password123", "placeholder", "replace", "replaceme",
			"replacethis", "root", "sample", "samplesecret", "secret", "secret123", "secretkey", "secrets",
			"supersecret", "tbd", "temp", "test", "test123", "testsecret", "tobechanged", "tobedefined", "tobereplaced",
			"todo", "token", "topsecret", "undefined", "unset", "welcome1", "xxx", "yourapikey", "yourpassword",
			"yourpasswordhere", "yoursecret", "yoursecrethere", "yoursecretkey", "yoursecretkeyhere", "yourtoken",
			"yourtokenhere");

	/**
	 * Whole words only: an exchange mechanism does not say "change me".
	 */
	private static final Pattern PHRASES = Pattern.compile(" (?:please ?)?(?:(?:change|replace) ?(?:me|it|this|now)"
			+ "|(?:change|replace)(?:d)? ?(?:in|for|before) ?(?:prod|production|use)|replace ?with"
			+ "|(?:to|must) ?be ?(?:changed|replaced|defined|set)|(?:insert|enter|put|set|add|use) ?(?:your|own|here)"
			+ "|your ?(?:own )?(?:very )?(?:super )?(?:jwt |api |app |client |signing |encryption )?"
			+ "(?:secret|key|password|passphrase|token)|do ?not ?use|not ?for ?production|for ?testing ?only"
			+ "|(?:development|dev|test|testing) ?only|django ?insecure)[0-9]* ");

	private static final Pattern SEPARATORS = Pattern.compile("[\\s._<>\\[\\]{}\"'-]");

	@Override
	public String name() {
		return "placeholder-word";
	}

	@Override
	public @Nullable Finding check(Secret secret) {
		Resolution bound = secret.bound();
		if (bound == null || !isPlaceholder(secret)) {
			return null;
		}
		return finding(secret, Text.origin(bound), "is set to a well-known placeholder, not to a secret",
				Remedy.giveValue(secret));
	}

	static boolean isPlaceholder(Secret secret) {
		return secret.readings().stream().anyMatch((reading) -> isPlaceholder(reading, secret.requirement()));
	}

	private static boolean isPlaceholder(String value, SecretRequirement requirement) {
		String word = normalize(value);
		return WORDS.contains(word) || PHRASES.matcher(" " + String.join(" ", Words.of(value).words()) + " ").find()
				|| Stream.concat(Stream.of(requirement.property()), requirement.otherNames().stream())
					.map(PlaceholderWordRule::normalize)
					.anyMatch(word::equals);
	}

	/**
	 * Return what is left of a value when case, separators, brackets and quotes do not
	 * matter.
	 * @param value the value
	 * @return the value in lower case
	 */
	static String normalize(String value) {
		return SEPARATORS.matcher(value).replaceAll("").toLowerCase(Locale.ROOT);
	}

}
