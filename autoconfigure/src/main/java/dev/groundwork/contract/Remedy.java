package dev.groundwork.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What to type to give a {@link Secret} a value.
 */
final class Remedy {

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
		List<String> lines = new ArrayList<>();
		String environment = secret.requirement().environment();
		if (source == null && environment != null && !asksFor(secret, environment)) {
			lines.add(readFrom(secret, environment));
		}
		lines.add("Set it where the application starts:\n    " + export(secret));
		return String.join("\n", lines);
	}

	/**
	 * Write the value in the encoding that is declared.
	 * @param secret the secret whose value is in another
	 * @return the sentences and what to type
	 */
	static String encode(Secret secret) {
		String other = "If the value is right as it is, correct 'encoding' in the contract.\n";
		return other + switch (secret.requirement().encoding()) {
			case PEM ->
				"Else set the whole file, with its BEGIN and END lines and its line breaks:\n    " + export(secret);
			case BASE64 -> "Else encode it without line breaks:\n    base64 -w0";
			case HEX, PLAIN -> "Else set a new one:\n    " + export(secret);
		};
	}

	/**
	 * Write the value without white space around it.
	 * @return the sentences and what to type
	 */
	static String trim() {
		return "Remove the white space where the value is set. To write a file without a line break at its end:\n"
				+ "    printf %s \"$VALUE\" > <the file>\n"
				+ "Mounted files lose it by themselves if they are read by 'spring.config.import=configtree:…'.";
	}

	/**
	 * Read what a file holds.
	 * @param secret the secret that is set to the path of the file
	 * @return the sentences and what to type
	 */
	static String readFile(Secret secret) {
		return "Let Spring Boot read the file, in application.yml:\n"
				+ "    spring.config.import: configtree:<the directory of the file>/\n    " + secret.property()
				+ ": ${<the name of the file>}\nOr read it where the application starts:\n    export "
				+ variable(secret) + "=\"$(cat <the file>)\"";
	}

	/**
	 * Give a property a value that is no secret.
	 * @param property the canonical name of the property
	 * @param bound what the application reads, or {@code null} if it reads nothing
	 * @return the sentence and what to type
	 */
	static String setProperty(String property, @Nullable Resolution bound) {
		String variable = (bound != null) ? variableAsked(bound) : null;
		if (variable != null) {
			return "Set it where the application starts:\n    export " + variable + "=<value>";
		}
		Place place = (bound != null) ? bound.setting().place() : null;
		if (place != null && !place.inFile()) {
			return "Give " + place + " a value, or remove it.";
		}
		return ((place != null) ? "Write the value at " + place + ":" : "Add to application.yml:") + "\n    " + property
				+ ": <value>\nor set it where the application starts:\n    export "
				+ NearMisses.environmentForm(property) + "=<value>";
	}

	private static @Nullable String variableAsked(Resolution bound) {
		return Stream.concat(bound.unset().stream(), bound.read().stream().filter(Setting::isBlank).map(Setting::name))
			.filter(PropertyNames::isVariable)
			.findFirst()
			.orElse(null);
	}

	private static String export(Secret secret) {
		SecretRequirement requirement = secret.requirement();
		boolean lines = requirement.encoding() == Encoding.PEM;
		String value = "$("
				+ (lines ? "cat <the file>" : Generators.command(requirement.encoding(), requirement.minBytes())) + ")";
		return "export " + variable(secret) + "=" + (lines ? '"' + value + '"' : value);
	}

	private static String variable(Secret secret) {
		Setting source = variableRead(secret);
		return (source != null) ? source.place().name() : variableToSet(secret);
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
		if (nearMiss.setting().name().endsWith("_FILE")) {
			return "Spring Boot reads no '_FILE' variables. " + readFile(secret);
		}
		String rename = rename(nearMiss);
		String environment = secret.requirement().environment();
		if (environment == null || !environment.equals(nearMiss.meant()) || asksFor(secret, environment)) {
			return rename;
		}
		return rename + "\n" + readFrom(secret, environment);
	}

	/**
	 * Use the name that was meant.
	 * @param nearMiss the name that is set and the one that was meant
	 * @return the sentence
	 */
	static String rename(NearMiss nearMiss) {
		return "Rename '" + nearMiss.setting().name() + "' to '" + nearMiss.meant() + "' where it is set.";
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
		return secret.bound().unset().stream().filter(PropertyNames::isVariable).findFirst().orElse(fallback);
	}

}
