package dev.groundwork.contract;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * An environment variable that an application reads. Holds what is written in the files
 * of the application itself and never what is set where it runs.
 *
 * @param name the name of the variable
 * @param need whether it has to be set
 * @param secret whether its value is a secret
 * @param requiredWhen when it has to be set, or {@code null} if it does not depend on
 * anything
 * @param insteadOf the variable in whose place this one is read, or {@code null} if it is
 * read for itself
 * @param defaulted whether the application has a value of its own where it is not set
 * @param defaultValue that value, or {@code null} if it is a secret, is put together or
 * is no default of a placeholder
 * @param generator the command that makes a value, or {@code null} if it cannot be made
 * @param minBytes the fewest bytes of the decoded value; {@code 0} for any length
 * @param readBy the properties that read it, in alphabetical order
 * @since 0.1.0
 */
public record EnvironmentVariable(String name, Need need, boolean secret, @Nullable Condition requiredWhen,
		@Nullable String insteadOf, boolean defaulted, @Nullable String defaultValue, @Nullable String generator,
		int minBytes, List<String> readBy) {

	public EnvironmentVariable {
		readBy = List.copyOf(readBy);
	}

	/**
	 * Whether an environment variable has to be set. The first that applies counts.
	 *
	 * @since 0.1.0
	 */
	public enum Need {

		/**
		 * It has to be set.
		 */
		REQUIRED,

		/**
		 * It has to be set under a condition.
		 */
		CONDITIONAL,

		/**
		 * It may be set.
		 */
		OPTIONAL,

		/**
		 * It is the former name of another one.
		 */
		DEPRECATED,

		/**
		 * It is read where another one is not set.
		 */
		ALTERNATIVE

	}

}
