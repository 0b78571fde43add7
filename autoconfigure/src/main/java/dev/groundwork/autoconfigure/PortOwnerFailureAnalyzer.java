package dev.groundwork.autoconfigure;

import dev.groundwork.diagnosis.PortOwner;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * {@link AbstractFailureAnalyzer} for {@link PortInUseException} that says what Spring
 * Boot's own says, and who holds the port.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
class PortOwnerFailureAnalyzer extends AbstractFailureAnalyzer<PortInUseException> {

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, PortInUseException cause) {
		return new FailureAnalysis(
				"Web server failed to start. Port %d was already in use: %s.".formatted(cause.getPort(),
						PortOwner.find(cause.getPort()).describe()),
				"Identify and stop the process that's listening on port %d or configure this application to listen on another port."
					.formatted(cause.getPort()),
				cause);
	}

}
