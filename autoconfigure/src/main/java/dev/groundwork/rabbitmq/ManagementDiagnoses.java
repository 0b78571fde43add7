package dev.groundwork.rabbitmq;

import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.TimeoutException;

import dev.groundwork.diagnosis.ConnectionDiagnosis;
import dev.groundwork.diagnosis.Diagnosis;
import org.jspecify.annotations.Nullable;

/**
 * Says why the management API cannot be read.
 */
final class ManagementDiagnoses {

	private static final int UNAUTHORIZED = 401;

	private static final int FORBIDDEN = 403;

	private static final int NOT_FOUND = 404;

	private static final String PROPERTIES = "groundwork.rabbitmq.management";

	private final ManagementAccess access;

	ManagementDiagnoses(ManagementAccess access) {
		this.access = access;
	}

	ManagementUnavailableException ofStatus(int status, @Nullable String body) {
		String text = (body != null) ? body : "";
		return switch (status) {
			case UNAUTHORIZED, FORBIDDEN -> ofRefusal(text);
			case NOT_FOUND -> unavailable("it answers 404",
					"check %s.uri, whether virtual host '%s' exists, and whether the plugin is on: rabbitmq-plugins enable rabbitmq_management"
						.formatted(PROPERTIES, this.access.virtualHost()));
			default ->
				unavailable("it answers " + status, "check %s.uri, or see the broker's log".formatted(PROPERTIES));
		};
	}

	private ManagementUnavailableException ofRefusal(String text) {
		String user = this.access.username();
		if (text.contains("Not management user")) {
			return unavailable("user '%s' has no tag that allows it".formatted(user),
					"rabbitmqctl set_user_tags %s management (this replaces the tags the user has)"
						.formatted(RabbitMqDiagnoses.quote(user)));
		}
		if (text.contains("virtual host")) {
			return unavailable("user '%s' may not use virtual host '%s'".formatted(user, this.access.virtualHost()),
					"rabbitmqctl set_permissions -p %s %s '' '' ''"
						.formatted(RabbitMqDiagnoses.quote(this.access.virtualHost()), RabbitMqDiagnoses.quote(user)));
		}
		return unavailable("login refused for user '%s'".formatted(user),
				"correct %s.username and %s.password".formatted(PROPERTIES, PROPERTIES));
	}

	ManagementUnavailableException ofForeignAnswer() {
		return unavailable("something else answers", "correct %s.uri".formatted(PROPERTIES));
	}

	ManagementUnavailableException ofFailure(Throwable failure) {
		if (failure instanceof ManagementUnavailableException known) {
			return known;
		}
		if (failure instanceof InterruptedException) {
			return unavailable("interrupted", "try again");
		}
		if (failure instanceof TimeoutException || (failure instanceof HttpTimeoutException
				&& !(failure.getCause() instanceof UnresolvedAddressException))) {
			return unavailable("no answer in time",
					"check %s.uri and %s.read-timeout".formatted(PROPERTIES, PROPERTIES));
		}
		if (failure.getCause() instanceof UnresolvedAddressException) {
			return unavailable("host name cannot be resolved", "check %s.uri".formatted(PROPERTIES));
		}
		Diagnosis diagnosis = ConnectionDiagnosis.of(failure, this.access.toString());
		return unavailable((diagnosis != null) ? diagnosis.cause() : failure.getClass().getSimpleName(),
				"check %s.uri, and whether the plugin is on: rabbitmq-plugins enable rabbitmq_management"
					.formatted(PROPERTIES));
	}

	private ManagementUnavailableException unavailable(String cause, String remedy) {
		return new ManagementUnavailableException("%s: %s; %s".formatted(this.access, cause, remedy));
	}

}
