package dev.groundwork.plan;

import dev.groundwork.resource.Declaration;

/**
 * One place in which a {@link LintRule} is violated.
 *
 * @param subject what is wrong, such as {@code queue 'orders'}
 * @param source the bean, property or file that declares it
 * @param cause what is wrong about it, in one sentence
 * @param remedy what to do about it: the exact property, command or request
 * @since 0.1.0
 */
public record LintViolation(String subject, String source, String cause, String remedy) {

	/**
	 * Create a violation by something that is declared.
	 * @param declaration what violates the rule
	 * @param cause what is wrong about it, in one sentence
	 * @param remedy what to do about it
	 */
	public LintViolation(Declaration declaration, String cause, String remedy) {
		this(declaration.id().toString(), declaration.source(), cause, remedy);
	}

}
