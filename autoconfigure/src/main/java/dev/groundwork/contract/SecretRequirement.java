package dev.groundwork.contract;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.origin.Origin;

/**
 * What the service requires of one secret. Not validated here: what is wrong with it is a
 * {@link Finding} of the {@link Contract}, so that it is reported with everything else.
 *
 * @param property the canonical name of the property that the application reads
 * @param environment the one canonical environment variable that the property is read
 * from, or {@code null} if there is none
 * @param aliases other names that the value may be read from, with a warning
 * @param minBytes the fewest bytes of the decoded value; {@code 0} for any length
 * @param encoding how the bytes are written
 * @param requiredWhen when the secret is required, or {@code null} if it always is; what
 * is set is checked in any case
 * @param declaredAt where the requirement stands, or {@code null} if that is not known
 * @since 0.1.0
 */
public record SecretRequirement(String property, @Nullable String environment, List<String> aliases, int minBytes,
		Encoding encoding, @Nullable Condition requiredWhen, @Nullable Origin declaredAt) {

	public SecretRequirement {
		aliases = List.copyOf(aliases);
	}

	/**
	 * Create a new {@link SecretRequirement} instance for a secret that is always
	 * required and whose bytes are those of its text.
	 * @param property the canonical name of the property that the application reads
	 * @param environment the one canonical environment variable, or {@code null}
	 * @param aliases other names that the value may be read from, with a warning
	 * @param minBytes the fewest bytes; {@code 0} for any length
	 * @param declaredAt where the requirement stands, or {@code null}
	 */
	public SecretRequirement(String property, @Nullable String environment, List<String> aliases, int minBytes,
			@Nullable Origin declaredAt) {
		this(property, environment, aliases, minBytes, Encoding.PLAIN, null, declaredAt);
	}

	/**
	 * Return the names other than the property that the value may be read from, the
	 * canonical one first.
	 * @return the environment variable, if there is one, and the aliases
	 */
	List<String> otherNames() {
		return Stream.concat(Stream.ofNullable(this.environment), this.aliases.stream()).toList();
	}

}
