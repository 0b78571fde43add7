package dev.groundwork.test;

import java.io.IOException;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.impl.ForgivingExceptionHandler;

/**
 * Waits until RabbitMQ has done something on a channel.
 */
final class BrokerWaitStrategy extends ServerWaitStrategy {

	private static final int AMQP_PORT = 5672;

	private static final int TIMEOUT_MILLIS = 5_000;

	private final ChannelUse use;

	BrokerWaitStrategy(String what, ChannelUse use) {
		super(what);
		this.use = use;
	}

	@Override
	void ask() throws Exception {
		ConnectionFactory factory = new ConnectionFactory();
		factory.setHost(this.waitStrategyTarget.getHost());
		factory.setPort(this.waitStrategyTarget.getMappedPort(AMQP_PORT));
		factory.setUsername(environment("RABBITMQ_DEFAULT_USER", ConnectionFactory.DEFAULT_USER));
		factory.setPassword(environment("RABBITMQ_DEFAULT_PASS", ConnectionFactory.DEFAULT_PASS));
		factory.setAutomaticRecoveryEnabled(false);
		factory.setExceptionHandler(new Silent());
		factory.setConnectionTimeout(TIMEOUT_MILLIS);
		factory.setHandshakeTimeout(TIMEOUT_MILLIS);
		factory.setChannelRpcTimeout(TIMEOUT_MILLIS);
		try (Connection connection = factory.newConnection("groundwork/container-readiness")) {
			this.use.on(connection.createChannel());
		}
	}

	/**
	 * Logs nothing: a broker that is not up yet is what this waits for.
	 */
	private static final class Silent extends ForgivingExceptionHandler {

		@Override
		protected void log(String message, Throwable ex) {
		}

	}

	/**
	 * One use of a channel.
	 */
	@FunctionalInterface
	interface ChannelUse {

		void on(Channel channel) throws IOException;

	}

}
