package dev.groundwork.elasticsearch;

import java.util.List;
import java.util.stream.Stream;

import dev.groundwork.plan.LintRule;
import dev.groundwork.plan.LintSeverity;
import dev.groundwork.plan.LintViolation;
import dev.groundwork.resource.Declaration;
import dev.groundwork.resource.DesiredState;
import dev.groundwork.resource.Resource;

/**
 * {@link LintRule} that looks at each resource of a type that the application creates.
 *
 * @param <R> the type of resource
 */
abstract class ResourceRule<R extends Resource> implements LintRule {

	private final String name;

	private final LintSeverity severity;

	private final Class<R> type;

	ResourceRule(String name, LintSeverity severity, Class<R> type) {
		this.name = name;
		this.severity = severity;
		this.type = type;
	}

	@Override
	public final String getName() {
		return this.name;
	}

	@Override
	public final LintSeverity getDefaultSeverity() {
		return this.severity;
	}

	@Override
	public final List<LintViolation> check(DesiredState desired) {
		return desired.declarations()
			.stream()
			.filter((declaration) -> !declaration.external() && this.type.isInstance(declaration.resource()))
			.flatMap((declaration) -> check(declaration, this.type.cast(declaration.resource()), desired))
			.toList();
	}

	/**
	 * Check one resource.
	 * @param declaration the declaration of the resource
	 * @param resource the resource
	 * @param desired everything that is declared
	 * @return the violations
	 */
	abstract Stream<LintViolation> check(Declaration declaration, R resource, DesiredState desired);

}
