package dev.groundwork.autoconfigure;

import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

import dev.groundwork.provision.Provisioner;
import dev.groundwork.rabbitmq.DeclarableBeans;
import dev.groundwork.rabbitmq.ListenerQueues;
import dev.groundwork.rabbitmq.RabbitMqBackEnd;

import org.springframework.amqp.rabbit.listener.AbstractMessageListenerContainer;

/**
 * What the provisioner of a {@link BrokerPlace} knows beside the broker's AMQP: the
 * listeners of the application and the management API.
 */
final class ManagedPlaces {

	private final RabbitMqManagement management;

	private final Supplier<Collection<AbstractMessageListenerContainer>> containers;

	private final DeclarableBeans declarables;

	ManagedPlaces(RabbitMqManagement management, Supplier<Collection<AbstractMessageListenerContainer>> containers,
			DeclarableBeans declarables) {
		this.management = management;
		this.containers = containers;
		this.declarables = declarables;
	}

	/**
	 * Have a provisioner ask the management API as well, and check the listeners.
	 * @param provisioner the provisioner
	 * @param place where it provisions
	 * @param onPrimaryBroker whether the management API is the one of its broker
	 * @return a provisioner that does so
	 */
	Provisioner manage(Provisioner provisioner, BrokerPlace place, boolean onPrimaryBroker) {
		ListenerQueues listeners = new ListenerQueues(() -> listeners(place), this.declarables);
		return RabbitMqBackEnd.managed(provisioner, listeners,
				onPrimaryBroker ? this.management.access(place.factory(), place.virtualHost()) : null);
	}

	private List<AbstractMessageListenerContainer> listeners(BrokerPlace place) {
		return this.containers.get()
			.stream()
			.filter((container) -> place.isOfApplication() && container.getConnectionFactory() == place.factory())
			.toList();
	}

}
