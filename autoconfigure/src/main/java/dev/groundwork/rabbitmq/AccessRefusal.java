package dev.groundwork.rabbitmq;

import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.diagnosis.FailureKind;
import dev.groundwork.resource.Declaration;
import org.jspecify.annotations.Nullable;

/**
 * Diagnosis of a declare that the broker refuses because of who declares.
 *
 * @param user the user
 * @param virtualHost the virtual host
 */
record AccessRefusal(String user, String virtualHost) {

	Diagnosis diagnose(Declaration declaration, BrokerRefusal refusal, @Nullable BrokerVersion version) {
		if (refusal.text().contains("reserved prefix")) {
			return refusal.diagnose(FailureKind.PERMANENT, declaration, "the name is reserved",
					"Names that begin with 'amq.' are the broker's own: rename it.");
		}
		if (refusal.text().contains("default exchange")) {
			return refusal.diagnose(FailureKind.PERMANENT, declaration, "the default exchange cannot be changed",
					"Remove the declaration: the broker itself declares the default exchange and binds every queue to it.");
		}
		MissingRight missing = MissingRight.parse(refusal, declaration.resource());
		if (missing == null) {
			return refusal.diagnose(FailureKind.PERMANENT, declaration,
					"user '%s' lacks a permission".formatted(this.user), remedy("the rights", version));
		}
		String cause = "user '%s' lacks a permission: %s on %s".formatted(this.user, missing.right(), missing.target());
		return refusal.diagnose(FailureKind.PERMANENT, declaration,
				missing.reason().isEmpty() ? cause : cause + " (" + missing.reason() + ")",
				missing.target().startsWith("topic ") ? topicRemedy(declaration)
						: remedy("'%s' on %s".formatted(missing.right(), missing.target()), version));
	}

	private String remedy(String rights, @Nullable BrokerVersion version) {
		return """
				Grant %s. This replaces all that the user has there (rabbitmqctl list_user_permissions %s):
				    rabbitmqctl set_permissions -p %s %s '.*' '.*' '.*'
				%s""".formatted(rights, Shell.quote(this.user), Shell.quote(this.virtualHost), Shell.quote(this.user),
				verifyRemedy(version));
	}

	private static String verifyRemedy(@Nullable BrokerVersion version) {
		if (version != null && version.needsConfigureToLook()) {
			return "RabbitMQ %s wants the right to configure even to look, so groundwork.mode=verify needs it too."
				.formatted(version);
		}
		if (version != null && version.needsAnyRightToLook()) {
			return """
					Or have it created by somebody else and only verify it, for which RabbitMQ %s wants any right on it:
					    groundwork.mode=verify""".formatted(version);
		}
		return """
				Or have it created by somebody else and only verify it:
				    groundwork.mode=verify""";
	}

	private String topicRemedy(Declaration declaration) {
		String exchange = (declaration.resource() instanceof BindingResource binding) ? binding.exchange()
				: "<exchange>";
		return """
				Grant the topic permissions of the exchange (this replaces what the user has there):
				    rabbitmqctl set_topic_permissions -p %s %s %s '.*' '.*'""".formatted(Shell.quote(this.virtualHost),
				Shell.quote(this.user), Shell.quote(exchange));
	}

}
