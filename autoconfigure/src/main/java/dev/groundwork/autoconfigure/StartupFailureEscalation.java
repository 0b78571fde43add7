package dev.groundwork.autoconfigure;

import java.util.concurrent.CompletionException;

import dev.groundwork.diagnosis.DiagnosedException;
import dev.groundwork.startup.Startup;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.context.event.SpringApplicationEvent;
import org.springframework.context.ApplicationListener;

/**
 * Ends the application when a start-up task has failed for good in the background: by an
 * exception on the thread that starts the application for as long as there is one, so
 * that Spring Boot reports it, else by termination.
 */
final class StartupFailureEscalation implements ApplicationListener<SpringApplicationEvent> {

	private final Startup startup;

	private final ApplicationTermination termination;

	private boolean started;

	StartupFailureEscalation(Startup startup, ApplicationTermination termination) {
		this.startup = startup;
		this.termination = termination;
		startup.completion().whenComplete((result, thrown) -> terminateOnceStarted());
	}

	private synchronized void terminateOnceStarted() {
		DiagnosedException failure = failure();
		if (this.started && failure != null) {
			this.termination.terminate(failure);
		}
	}

	@Override
	public synchronized void onApplicationEvent(SpringApplicationEvent event) {
		if (event instanceof ApplicationStartedEvent || event instanceof ApplicationReadyEvent) {
			DiagnosedException failure = failure();
			if (failure != null) {
				throw failure;
			}
			this.started = event instanceof ApplicationReadyEvent;
		}
	}

	private @Nullable DiagnosedException failure() {
		Throwable thrown = this.startup.completion().handle((result, failure) -> failure).getNow(null);
		Throwable cause = (thrown instanceof CompletionException) ? thrown.getCause() : thrown;
		return (cause instanceof DiagnosedException diagnosed) ? diagnosed : null;
	}

}
