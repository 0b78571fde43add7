package dev.groundwork.autoconfigure;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * {@link AbstractFailureAnalyzer} for {@link UnknownPropertyException}.
 */
class UnknownPropertyFailureAnalyzer extends AbstractFailureAnalyzer<UnknownPropertyException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, UnknownPropertyException cause) {
		return new FailureAnalysis(String.valueOf(cause.getMessage()),
				"Correct the name or remove it. Under 'groundwork' there are "
						+ String.join(", ", UnknownPropertyRefusal.KNOWN.stream().sorted().toList()) + ".",
				cause);
	}

}
