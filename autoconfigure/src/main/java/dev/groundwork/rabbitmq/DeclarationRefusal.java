package dev.groundwork.rabbitmq;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.diagnosis.FailureKind;
import dev.groundwork.resource.Declaration;
import org.jspecify.annotations.Nullable;

/**
 * Diagnosis of a declare that the broker refuses.
 *
 * @param access who declares
 */
record DeclarationRefusal(AccessRefusal access) {

	static final String BROKEN_INSIDE = "See the broker's log. If it stays: a quorum queue needs a majority of its nodes "
			+ "(rabbitmqctl cluster_status), and an argument may have a value that the broker cannot read.";

	private static final Pattern MISSING = Pattern.compile("no (?<what>(?:exchange|queue) '.*') in vhost");

	Diagnosis diagnose(Declaration declaration, BrokerRefusal refusal, @Nullable BrokerVersion version) {
		return switch (refusal.code()) {
			case BrokerRefusal.ACCESS_REFUSED -> this.access.diagnose(declaration, refusal, version);
			case BrokerRefusal.NOT_FOUND -> notFound(declaration, refusal);
			case BrokerRefusal.RESOURCE_LOCKED -> refusal.diagnose(FailureKind.PERMANENT, declaration,
					"an exclusive queue of another connection has this name", "Give one of the two another name.");
			case BrokerRefusal.PRECONDITION_FAILED -> PreconditionFailure.diagnose(declaration, refusal);
			case BrokerRefusal.COMMAND_INVALID -> UnknownType.diagnose(declaration, refusal);
			case BrokerRefusal.NOT_IMPLEMENTED -> refusal.diagnose(FailureKind.PERMANENT, declaration,
					"this broker cannot do that", "Use another broker, or declare it without what the broker names.");
			case BrokerRefusal.INTERNAL_ERROR -> internal(declaration, refusal);
			// A node that goes down is not the declaration's fault
			case BrokerRefusal.CONNECTION_FORCED, BrokerRefusal.RESOURCE_ERROR ->
				refusal.diagnose(FailureKind.TRANSIENT, declaration, "the broker refuses", "See the broker's log.");
			default ->
				refusal.diagnose(FailureKind.PERMANENT, declaration, "the broker refuses", "See the broker's log.");
		};
	}

	private static Diagnosis notFound(Declaration declaration, BrokerRefusal refusal) {
		Matcher matcher = MISSING.matcher(refusal.text());
		if (!matcher.find()) {
			return refusal.diagnose(FailureKind.TRANSIENT, declaration,
					"the node that has it is down or it has stopped",
					"Bring the node back: rabbitmqctl cluster_status; see the broker's log.");
		}
		return refusal.diagnose(FailureKind.TRANSIENT, declaration,
				"what it refers to does not exist: no " + matcher.group("what"),
				"Declare it here (groundwork.rabbitmq.exchanges, groundwork.rabbitmq.queues), "
						+ "or start the service that declares it.");
	}

	/**
	 * A queue without its majority is not the declaration's fault; a feature that is
	 * gone, or an argument that the broker stumbles over, is.
	 * @param declaration what was declared
	 * @param refusal the refusal
	 * @return the diagnosis
	 */
	private static Diagnosis internal(Declaration declaration, BrokerRefusal refusal) {
		if (refusal.text().contains("deprecated")) {
			return refusal.diagnose(FailureKind.PERMANENT, declaration,
					"this version of the broker no longer has what it declares",
					"A queue that is not durable must be exclusive; else declare it durable.");
		}
		return refusal.diagnose(FailureKind.TRANSIENT, declaration, "the broker failed inside", BROKEN_INSIDE);
	}

}
