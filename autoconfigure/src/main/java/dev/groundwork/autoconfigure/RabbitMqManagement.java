package dev.groundwork.autoconfigure;

import java.util.Collection;
import java.util.function.Supplier;

import dev.groundwork.provision.Provisioner;
import dev.groundwork.rabbitmq.DeclarableBeans;
import dev.groundwork.rabbitmq.ListenerQueues;
import dev.groundwork.rabbitmq.ManagementAccess;
import dev.groundwork.rabbitmq.ManagementAccess.Credentials;
import dev.groundwork.rabbitmq.RabbitMqBackEnd;
import org.jspecify.annotations.Nullable;

import org.springframework.amqp.rabbit.connection.AbstractConnectionFactory;
import org.springframework.amqp.rabbit.listener.AbstractMessageListenerContainer;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.util.StringUtils;

/**
 * What a provisioner knows beside its broker's AMQP: the application's listeners and, as
 * {@link RabbitMqManagementProperties} say, the management API.
 */
final class RabbitMqManagement {

	private static final String URI = "groundwork.rabbitmq.management.uri";

	private final RabbitMqManagementProperties properties;

	private final Supplier<Collection<AbstractMessageListenerContainer>> containers;

	private final DeclarableBeans declarables;

	RabbitMqManagement(RabbitMqManagementProperties properties,
			Supplier<Collection<AbstractMessageListenerContainer>> containers, DeclarableBeans declarables) {
		this.properties = properties;
		this.containers = containers;
		this.declarables = declarables;
	}

	/**
	 * Have a provisioner ask the management API as well, and check the listeners.
	 * @param provisioner the provisioner
	 * @param place where it provisions
	 * @param primary whether that is on the broker that the management API belongs to
	 * @return a provisioner that does so
	 */
	Provisioner manage(Provisioner provisioner, BrokerPlace place, boolean primary) {
		return RabbitMqBackEnd.managed(provisioner, listeners(place), primary ? access(place) : null);
	}

	private ListenerQueues listeners(BrokerPlace place) {
		return new ListenerQueues(() -> this.containers.get()
			.stream()
			.filter((container) -> place.isOfApplication() && container.getConnectionFactory() == place.factory())
			.toList(), this.declarables);
	}

	private @Nullable ManagementAccess access(BrokerPlace place) {
		String uri = this.properties.getUri();
		if (!StringUtils.hasText(uri)) {
			return null;
		}
		AbstractConnectionFactory connectionFactory = place.factory();
		try {
			return ManagementAccess.to(uri, place.virtualHost(),
					new Credentials(this.properties.getUsername(), this.properties.getPassword()),
					new Credentials(connectionFactory.getUsername(),
							connectionFactory.getRabbitConnectionFactory().getPassword()),
					this.properties.getConnectTimeout(), this.properties.getReadTimeout());
		}
		catch (IllegalArgumentException ex) {
			// The value may hold a password
			throw new InvalidConfigurationPropertyValueException(URI, "(not shown)", String.valueOf(ex.getMessage()));
		}
	}

}
