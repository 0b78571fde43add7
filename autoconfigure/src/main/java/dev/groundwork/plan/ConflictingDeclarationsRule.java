package dev.groundwork.plan;

import java.util.List;

import dev.groundwork.resource.Contradiction;
import dev.groundwork.resource.DesiredState;

/**
 * {@link LintRule} against one resource that is declared twice with different attributes.
 */
final class ConflictingDeclarationsRule implements LintRule {

	@Override
	public String getName() {
		return "conflicting-declarations";
	}

	@Override
	public List<LintViolation> check(DesiredState desired) {
		return desired.contradictions().stream().map(ConflictingDeclarationsRule::violation).toList();
	}

	private static LintViolation violation(Contradiction contradiction) {
		return new LintViolation(contradiction.id().toString(),
				contradiction.firstSource() + " and " + contradiction.secondSource(), contradiction.explain(),
				"Make the declarations equal, or remove one of them.");
	}

}
