package dev.groundwork.autoconfigure;

import org.springframework.amqp.rabbit.connection.AbstractConnectionFactory;

/**
 * Where exchanges, queues and bindings are to exist: one virtual host of one broker.
 *
 * @param connectionFactory the name of the connection factory
 * @param factory the connection factory
 * @param virtualHost the virtual host, which may be another than the one that the
 * connection factory uses
 */
record BrokerPlace(String connectionFactory, AbstractConnectionFactory factory, String virtualHost) {

	static BrokerPlace of(String connectionFactory, AbstractConnectionFactory factory) {
		return new BrokerPlace(connectionFactory, factory, factory.getVirtualHost());
	}

	/**
	 * Return whether the application itself connects there.
	 * @return whether the virtual host is the one of the connection factory
	 */
	boolean isOfApplication() {
		return this.virtualHost.equals(this.factory.getVirtualHost());
	}

}
