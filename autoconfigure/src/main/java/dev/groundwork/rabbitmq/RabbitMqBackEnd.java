package dev.groundwork.rabbitmq;

import java.util.Collection;
import java.util.function.Supplier;

import dev.groundwork.provision.Provisioner;
import dev.groundwork.resource.Declaration;

import org.springframework.amqp.rabbit.connection.AbstractConnectionFactory;

/**
 * The RabbitMQ back end.
 *
 * @since 0.1.0
 */
public final class RabbitMqBackEnd {

	private RabbitMqBackEnd() {
	}

	/**
	 * Create a provisioner for the broker that the application uses.
	 * @param connectionFactory the application's connection factory; gives address, TLS
	 * and credentials, and is not connected
	 * @param connectionName the name of the connection, as the broker shows it
	 * @param declarations resolves what must exist; called once for each start
	 * @return the provisioner
	 */
	public static Provisioner provisioner(AbstractConnectionFactory connectionFactory, String connectionName,
			Supplier<? extends Collection<Declaration>> declarations) {
		return new RabbitMqProvisioner(new BrokerConnector(connectionFactory, connectionName), declarations);
	}

}
