package dev.groundwork.autoconfigure;

import dev.groundwork.rabbitmq.ManagementAccess;
import dev.groundwork.rabbitmq.ManagementAccess.Credentials;
import org.jspecify.annotations.Nullable;

import org.springframework.amqp.rabbit.connection.AbstractConnectionFactory;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.util.StringUtils;

/**
 * Turns {@link RabbitMqManagementProperties} into access to the management API.
 */
final class RabbitMqManagement {

	private static final String URI = "groundwork.rabbitmq.management.uri";

	private final RabbitMqManagementProperties properties;

	RabbitMqManagement(RabbitMqManagementProperties properties) {
		this.properties = properties;
	}

	/**
	 * Return access to the management API of the broker that the application uses.
	 * @param connectionFactory gives the credentials unless they are set apart
	 * @param virtualHost the virtual host that is read
	 * @return the access or {@code null} if no address is set
	 */
	@Nullable ManagementAccess access(AbstractConnectionFactory connectionFactory, String virtualHost) {
		String uri = this.properties.getUri();
		if (!StringUtils.hasText(uri)) {
			return null;
		}
		try {
			return ManagementAccess.to(uri, virtualHost,
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
