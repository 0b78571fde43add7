package dev.groundwork.test.example;

import dev.groundwork.local.LocalInfrastructure;
import dev.groundwork.local.LocalRabbitMq;

/**
 * The broker of the tests.
 */
final class Broker {

	private static final LocalRabbitMq server = LocalInfrastructure.rabbitMq();

	static {
		server.start();
	}

	private Broker() {
	}

	static int port() {
		return server.getPort();
	}

	static String[] properties() {
		return new String[] { "spring.rabbitmq.host=127.0.0.1", "spring.rabbitmq.username=" + server.getUsername(),
				"spring.rabbitmq.password=" + server.getPassword(), "spring.rabbitmq.channel-rpc-timeout=10s" };
	}

}
