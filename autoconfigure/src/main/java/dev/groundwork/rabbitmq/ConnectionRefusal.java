package dev.groundwork.rabbitmq;

import java.util.regex.Pattern;

import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.diagnosis.FailureKind;

/**
 * Diagnosis of a connection that the broker refuses or closes.
 *
 * @param server the name and the address of the broker
 * @param user the user
 * @param virtualHost the virtual host
 * @param virtualHostProperty the property that names the virtual host
 */
record ConnectionRefusal(String server, String user, String virtualHost, String virtualHostProperty) {

	private static final Pattern LIMIT = Pattern.compile("limit (?:of )?\\(\\d+\\)");

	Diagnosis diagnose(BrokerRefusal refusal) {
		return switch (refusal.code()) {
			case BrokerRefusal.NOT_ALLOWED -> notAllowed(refusal.text());
			case BrokerRefusal.CONNECTION_FORCED -> closed(refusal.text());
			case BrokerRefusal.INTERNAL_ERROR -> refusal.text().endsWith("is down")
					? transientFailure("virtual host '%s' is down".formatted(this.virtualHost), refusal.text(),
							"See the broker's log for why, then: rabbitmqctl restart_vhost -p "
									+ Shell.quote(this.virtualHost))
					: transientFailure("the broker failed inside", refusal.text(), DeclarationRefusal.BROKEN_INSIDE);
			default -> transientFailure("the broker closed the connection", refusal.code() + ": " + refusal.text(),
					"See the broker's log.");
		};
	}

	Diagnosis loginRefused(String text) {
		String remedy = "Correct spring.rabbitmq.username and spring.rabbitmq.password, or create the user: rabbitmqctl add_user "
				+ Shell.quote(this.user);
		if (this.user.equals("guest")) {
			remedy += ". The user 'guest' may log in only from the broker's own machine.";
		}
		return permanent("login refused for user '%s'".formatted(this.user), text, remedy);
	}

	private Diagnosis notAllowed(String text) {
		String virtualHost = Shell.quote(this.virtualHost);
		String user = Shell.quote(this.user);
		if (LIMIT.matcher(text).find()) {
			return limit(text);
		}
		if (text.endsWith("is down")) {
			return transientFailure("virtual host '%s' is down".formatted(this.virtualHost), text,
					"See the broker's log for why, then: rabbitmqctl restart_vhost -p " + virtualHost);
		}
		if (text.endsWith("not found")) {
			return permanent("virtual host '%s' does not exist".formatted(this.virtualHost), text,
					"Correct %s, or: rabbitmqctl add_vhost %s; rabbitmqctl set_permissions -p %s %s '.*' '.*' '.*'"
						.formatted(this.virtualHostProperty, virtualHost, virtualHost, user));
		}
		if (text.contains("refused for user")) {
			return permanent("user '%s' may not use virtual host '%s'".formatted(this.user, this.virtualHost), text,
					"Correct %s, or: rabbitmqctl set_permissions -p %s %s '.*' '.*' '.*'"
						.formatted(this.virtualHostProperty, virtualHost, user));
		}
		return permanent("the broker does not allow the connection", text, "See the broker's log.");
	}

	private Diagnosis limit(String text) {
		String cause = text.contains("number of channels")
				? "user '%s' has all the channels it may have".formatted(this.user)
				: text.contains("user connection limit")
						? "user '%s' has all the connections it may have".formatted(this.user)
						: "virtual host '%s' has all the connections it may have".formatted(this.virtualHost);
		return transientFailure(cause, text,
				"See who holds them: rabbitmqctl list_connections user vhost client_properties; the limits: "
						+ "rabbitmqctl list_vhost_limits, rabbitmqctl list_user_limits --user "
						+ Shell.quote(this.user));
	}

	private Diagnosis closed(String text) {
		return text.contains("shutdown")
				? transientFailure("the broker is shutting down", text, "Wait until the broker is back.")
				: transientFailure("somebody closed the connection", text, "See the broker's log for who and why.");
	}

	private Diagnosis permanent(String cause, String evidence, String remedy) {
		return new Diagnosis(FailureKind.PERMANENT, this.server, cause, evidence, remedy);
	}

	private Diagnosis transientFailure(String cause, String evidence, String remedy) {
		return new Diagnosis(FailureKind.TRANSIENT, this.server, cause, evidence, remedy);
	}

}
