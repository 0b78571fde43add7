package dev.groundwork.autoconfigure;

import java.util.stream.Collectors;

import dev.groundwork.resource.Contradiction;
import dev.groundwork.resource.ContradictionException;
import dev.groundwork.resource.Difference;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * {@link AbstractFailureAnalyzer} for {@link ContradictionException}.
 */
class ContradictionFailureAnalyzer extends AbstractFailureAnalyzer<ContradictionException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, ContradictionException cause) {
		String description = cause.getContradictions()
			.stream()
			.map(ContradictionFailureAnalyzer::describe)
			.collect(Collectors.joining(System.lineSeparator()));
		return new FailureAnalysis(
				"The same resource is declared with different attributes:%n%n%s".formatted(description),
				"Make the declarations equal, or remove one of them.", cause);
	}

	private static String describe(Contradiction contradiction) {
		Difference difference = contradiction.difference();
		return "  %s, %s:%n    '%s' by %s%n    '%s' by %s%n".formatted(contradiction.id(), difference.attribute(),
				difference.expected(), contradiction.firstSource(), difference.found(), contradiction.secondSource());
	}

}
