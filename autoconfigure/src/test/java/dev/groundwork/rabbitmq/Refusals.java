package dev.groundwork.rabbitmq;

import java.io.IOException;
import java.util.Map;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.Method;
import com.rabbitmq.client.ShutdownSignalException;

import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Failures as the client throws them when the broker closes a channel or the connection.
 */
final class Refusals {

	private Refusals() {
	}

	static IOException ofChannel(int code, String text) {
		return thrown(false, new AMQP.Channel.Close.Builder().replyCode(code).replyText(text).build());
	}

	static IOException ofChannelOf(String version, int code, String text) {
		Connection connection = mock(Connection.class);
		given(connection.getServerProperties()).willReturn(Map.of("version", version));
		return new IOException(new ShutdownSignalException(false, false,
				new AMQP.Channel.Close.Builder().replyCode(code).replyText(text).build(), connection));
	}

	static IOException ofConnection(int code, String text) {
		return thrown(true, new AMQP.Connection.Close.Builder().replyCode(code).replyText(text).build());
	}

	private static IOException thrown(boolean hard, Method reason) {
		return new IOException(new ShutdownSignalException(hard, false, reason, "reference"));
	}

}
