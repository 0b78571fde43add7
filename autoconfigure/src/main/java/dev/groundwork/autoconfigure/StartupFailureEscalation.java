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

	private final ApplicationTermination termination;

	private @Nullable DiagnosedException failure;

	private boolean started;

	StartupFailureEscalation(Startup startup, ApplicationTermination termination) {
		this.termination = termination;
		startup.completion().whenComplete((result, thrown) -> {
			Throwable cause = (thrown instanceof CompletionException) ? thrown.getCause() : thrown;
			if (cause instanceof DiagnosedException diagnosed) {
				failed(diagnosed);
			}
		});
	}

	private synchronized void failed(DiagnosedException diagnosed) {
		this.failure = diagnosed;
		if (this.started) {
			this.termination.terminate(diagnosed);
		}
	}

	@Override
	public synchronized void onApplicationEvent(SpringApplicationEvent event) {
		if (event instanceof ApplicationStartedEvent || event instanceof ApplicationReadyEvent) {
			if (this.failure != null) {
				throw this.failure;
			}
			this.started = event instanceof ApplicationReadyEvent;
		}
	}

}
