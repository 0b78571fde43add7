package dev.groundwork.rabbitmq;

import java.io.IOException;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Method;
import com.rabbitmq.client.ShutdownSignalException;

/**
 * Failures as the client throws them when the broker closes a channel or the connection.
 */
final class Refusals {

	private Refusals() {
	}

	static IOException ofChannel(int code, String text) {
		return thrown(false, new AMQP.Channel.Close.Builder().replyCode(code).replyText(text).build());
	}

	static IOException ofConnection(int code, String text) {
		return thrown(true, new AMQP.Connection.Close.Builder().replyCode(code).replyText(text).build());
	}

	private static IOException thrown(boolean hard, Method reason) {
		return new IOException(new ShutdownSignalException(hard, false, reason, "reference"));
	}

}
