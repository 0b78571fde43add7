package dev.groundwork.rabbitmq;

import java.util.Collection;
import java.util.function.Supplier;

import dev.groundwork.provision.Provisioner;
import dev.groundwork.resource.Declaration;
import org.jspecify.annotations.Nullable;

import org.springframework.amqp.rabbit.connection.AbstractConnectionFactory;

/**
 * The RabbitMQ back end.
 *
 * @since 0.1.0
 */
public final class RabbitMqBackEnd {

	/**
	 * Name of the back end, if there is only one broker and one virtual host.
	 */
	public static final String NAME = "rabbitmq";

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
		return provisioner(NAME, connectionFactory, null, connectionName, declarations);
	}

	/**
	 * Create a provisioner for a broker or a virtual host beside that.
	 * @param name the name of the provisioner
	 * @param connectionFactory a connection factory of the application; gives address,
	 * TLS and credentials, and is not connected
	 * @param virtualHost the virtual host or {@code null} for the one of the connection
	 * factory
	 * @param connectionName the name of the connection, as the broker shows it
	 * @param declarations resolves what must exist; called once for each start
	 * @return the provisioner
	 */
	public static Provisioner provisioner(String name, AbstractConnectionFactory connectionFactory,
			@Nullable String virtualHost, String connectionName,
			Supplier<? extends Collection<Declaration>> declarations) {
		return new RabbitMqProvisioner(name, new BrokerConnector(connectionFactory, virtualHost, connectionName),
				declarations);
	}

	/**
	 * Have a provisioner of this back end ask the management API as well, and check the
	 * application's listeners.
	 * @param provisioner the provisioner
	 * @param listeners the queues to which the application listens
	 * @param management where the management API is, or {@code null} if it is not to be
	 * asked: what AMQP cannot tell is then named
	 * @return a provisioner that does so
	 */
	public static Provisioner managed(Provisioner provisioner, ListenerQueues listeners,
			@Nullable ManagementAccess management) {
		return new ManagedProvisioner(provisioner, listeners, management);
	}

}
