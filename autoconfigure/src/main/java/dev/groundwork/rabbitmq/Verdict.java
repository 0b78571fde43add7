package dev.groundwork.rabbitmq;

import org.jspecify.annotations.Nullable;

/**
 * What the broker said about one declaration.
 *
 * @param declare the declaration
 * @param refusal why it was refused, or {@code null} if it was accepted
 */
record Verdict(Declare declare, @Nullable BrokerRefusal refusal) {

	static Verdict accepted(Declare declare) {
		return new Verdict(declare, null);
	}

	boolean isAccepted() {
		return this.refusal == null;
	}

	boolean isRefused(int code) {
		return this.refusal != null && this.refusal.code() == code;
	}

}
