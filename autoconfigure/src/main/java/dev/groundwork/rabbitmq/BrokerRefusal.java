package dev.groundwork.rabbitmq;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Method;
import com.rabbitmq.client.ShutdownSignalException;
import org.jspecify.annotations.Nullable;

/**
 * Why the broker closed a channel or a connection.
 *
 * @param code the reply code of AMQP 0-9-1
 * @param text the reply text
 * @param classId the class of the method that was refused, 0 if the broker does not say
 * @param closesConnection whether all channels of the connection are closed
 */
record BrokerRefusal(int code, String text, int classId, boolean closesConnection) {

	static final int CONNECTION_FORCED = 320;

	static final int ACCESS_REFUSED = 403;

	static final int NOT_FOUND = 404;

	static final int RESOURCE_LOCKED = 405;

	static final int PRECONDITION_FAILED = 406;

	static final int COMMAND_INVALID = 503;

	static final int NOT_ALLOWED = 530;

	static final int INTERNAL_ERROR = 541;

	BrokerRefusal(int code, String text) {
		this(code, text, 0, false);
	}

	static @Nullable BrokerRefusal of(@Nullable Throwable failure) {
		if (failure == null) {
			return null;
		}
		if (failure instanceof ShutdownSignalException signal) {
			return of(signal.getReason());
		}
		return of(failure.getCause());
	}

	private static @Nullable BrokerRefusal of(@Nullable Method reason) {
		if (reason instanceof AMQP.Channel.Close close) {
			return new BrokerRefusal(close.getReplyCode(), close.getReplyText(), close.getClassId(), false);
		}
		if (reason instanceof AMQP.Connection.Close close) {
			return new BrokerRefusal(close.getReplyCode(), close.getReplyText(), close.getClassId(), true);
		}
		return null;
	}

	/**
	 * Return whether a method was refused. If not, the broker has trouble of its own.
	 * @return whether it is about what was declared
	 */
	boolean isAboutMethod() {
		return this.code != CONNECTION_FORCED && this.code != INTERNAL_ERROR;
	}

}
