package dev.groundwork.contract;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What to type to give a {@link Secret} a value.
 */
final class Remedy {

	private static final int BASE64_LINE = 64;

	private Remedy() {
	}

	/**
	 * Read what is set already, or set a new value if nothing is.
	 * @param secret the secret without a value
	 * @return the sentence and what to type
	 */
	static String giveValue(Secret secret) {
		return secret.unread()
			.stream()
			.findFirst()
			.map((other) -> read(secret, other.setting()))
			.orElseGet(() -> setNewValue(secret));
	}

	/**
	 * Set a new value, and read it if it is not read yet.
	 * @param secret the secret without a good value
	 * @return the sentence and what to type
	 */
	static String setNewValue(Secret secret) {
		Setting source = variableRead(secret);
		String variable = (source != null) ? source.place().name() : variableToSet(secret);
		List<String> lines = new ArrayList<>();
		String environment = secret.requirement().environment();
		if (source == null && environment != null && !asksFor(secret, environment)) {
			lines.add(readFrom(secret, environment));
		}
		lines.add("Set it where the application starts:\n    export " + variable + "=$("
				+ generator(secret.requirement().minBytes()) + ")");
		return String.join("\n", lines);
	}

	/**
	 * Read what is set already.
	 * @param secret the secret that does not read it
	 * @param set what is set
	 * @return the sentence and what to type
	 */
	static String read(Secret secret, Setting set) {
		String environment = secret.requirement().environment();
		boolean canonical = environment == null || environment.equals(set.name());
		return readFrom(secret, canonical ? set.name() : environment + ":${" + set.name() + "}");
	}

	/**
	 * Use the name that was meant.
	 * @param secret the secret
	 * @param nearMiss the name that is set and the one that was meant
	 * @return the sentence and what to type
	 */
	static String rename(Secret secret, NearMiss nearMiss) {
		String rename = "Rename '" + nearMiss.setting().name() + "' to '" + nearMiss.meant() + "' where it is set.";
		String environment = secret.requirement().environment();
		if (environment == null || !environment.equals(nearMiss.meant()) || asksFor(secret, environment)) {
			return rename;
		}
		return rename + "\n" + readFrom(secret, environment);
	}

	/**
	 * Keep one name.
	 * @param secret the secret with several names
	 * @return the sentence and what to type
	 */
	static String keepOne(Secret secret) {
		String environment = secret.requirement().environment();
		String kept = (environment != null) ? environment : secret.property();
		List<String> lines = new ArrayList<>();
		lines.add("Keep the right value under '" + kept + "' only.");
		for (Resolution candidate : secret.candidates()) {
			Setting setting = candidate.setting();
			Place place = setting.place();
			if (!setting.name().equals(kept) && !place.name().equals(kept) && !candidate.asksFor(kept)) {
				boolean property = environment != null && candidate.equals(secret.bound());
				lines.add(property ? readFrom(secret, kept) : remove(place));
			}
		}
		return String.join("\n", lines);
	}

	private static String readFrom(Secret secret, String placeholder) {
		String value = "${" + placeholder + "}";
		Place place = (secret.bound() != null) ? secret.bound().setting().place() : null;
		if (place != null && place.inFile()) {
			return "Replace the value at " + place + " by:\n    " + value;
		}
		String add = "Add to application.yml:\n    " + secret.property() + ": " + value;
		return (place != null) ? remove(place) + "\n" + add : add;
	}

	private static String remove(Place place) {
		return "Remove " + place + (place.isEnvironmentVariable() ? ":\n    unset " + place.name() : ".");
	}

	private static boolean asksFor(Secret secret, String name) {
		return secret.bound() != null && secret.bound().asksFor(name);
	}

	private static @Nullable Setting variableRead(Secret secret) {
		if (secret.bound() == null) {
			return null;
		}
		return secret.bound()
			.sources()
			.stream()
			.filter((source) -> source.place().isEnvironmentVariable())
			.findFirst()
			.orElse(null);
	}

	private static String variableToSet(Secret secret) {
		String environment = secret.requirement().environment();
		if (environment != null) {
			return environment;
		}
		String fallback = NearMisses.environmentForm(secret.property());
		if (secret.bound() == null) {
			return fallback;
		}
		return secret.bound().unset().stream().filter(Remedy::isVariable).findFirst().orElse(fallback);
	}

	private static boolean isVariable(String name) {
		return name.matches("[A-Z][A-Z0-9_]*");
	}

	private static String generator(int minBytes) {
		// openssl breaks longer base64 into lines
		return (minBytes <= BASE64_LINE) ? "openssl rand -base64 48" : "openssl rand -hex " + ((minBytes + 1) / 2);
	}

}
