package dev.groundwork.autoconfigure;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.amqp.rabbit.connection.AbstractConnectionFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * The places that the application's connection factories lead to.
 */
final class BrokerPlaces {

	private final Map<String, AbstractConnectionFactory> factories;

	private final @Nullable AbstractConnectionFactory primary;

	BrokerPlaces(ListableBeanFactory beanFactory) {
		this(beanFactory.getBeansOfType(AbstractConnectionFactory.class),
				beanFactory.getBeanProvider(AbstractConnectionFactory.class).getIfUnique());
	}

	BrokerPlaces(Map<String, AbstractConnectionFactory> factories, @Nullable AbstractConnectionFactory primary) {
		this.factories = Map.copyOf(factories);
		this.primary = primary;
	}

	/**
	 * Return the place that is meant where none is named.
	 * @return the place, or {@code null} if none of the connection factories stands out
	 */
	@Nullable BrokerPlace primary() {
		return (this.primary != null) ? of(this.primary, "") : null;
	}

	/**
	 * Return the place to which a connection factory leads.
	 * @param factory the connection factory
	 * @param user the name of what uses it, for one that has no name itself
	 * @return the place
	 */
	BrokerPlace of(AbstractConnectionFactory factory, String user) {
		String name = this.factories.entrySet()
			.stream()
			.filter((entry) -> entry.getValue() == factory)
			.map(Map.Entry::getKey)
			.findFirst()
			.orElse(user);
		return BrokerPlace.of(name, factory);
	}

	/**
	 * Return the place that a declaration names.
	 * @param property the property of the exchange, queue or binding
	 * @param connectionFactory the name of the connection factory, if it is named
	 * @param virtualHost the virtual host, if it is named
	 * @return the place
	 */
	BrokerPlace named(String property, @Nullable String connectionFactory, @Nullable String virtualHost) {
		BrokerPlace place = (connectionFactory != null) ? named(property, connectionFactory) : primary();
		if (place == null) {
			throw new InvalidConfigurationPropertyValueException(property + ".connection-factory", null,
					"There is more than one connection factory and none is primary: name one of " + names());
		}
		return (virtualHost != null) ? new BrokerPlace(place.connectionFactory(), place.factory(), virtualHost) : place;
	}

	private BrokerPlace named(String property, String connectionFactory) {
		AbstractConnectionFactory factory = this.factories.get(connectionFactory);
		if (factory == null) {
			throw new InvalidConfigurationPropertyValueException(property + ".connection-factory", connectionFactory,
					"There is no connection factory of this name, but " + names());
		}
		return BrokerPlace.of(connectionFactory, factory);
	}

	private String names() {
		return String.join(", ", this.factories.keySet().stream().sorted().toList());
	}

}
