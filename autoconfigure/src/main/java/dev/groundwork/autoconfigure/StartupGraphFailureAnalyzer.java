package dev.groundwork.autoconfigure;

import dev.groundwork.startup.StartupGraphException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * {@link AbstractFailureAnalyzer} for {@link StartupGraphException}.
 */
class StartupGraphFailureAnalyzer extends AbstractFailureAnalyzer<StartupGraphException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, StartupGraphException cause) {
		return new FailureAnalysis(String.valueOf(cause.getMessage()), cause.getRemedy(), cause);
	}

}
