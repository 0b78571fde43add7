package dev.groundwork.autoconfigure;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link RabbitMqManagement}.
 */
class RabbitMqManagementTests {

	private final RabbitMqManagementProperties properties = new RabbitMqManagementProperties();

	private final CachingConnectionFactory connectionFactory = new CachingConnectionFactory("broker.example");

	@BeforeEach
	void setUp() {
		this.connectionFactory.setUsername("application");
		this.connectionFactory.setPassword("topsecret");
	}

	@Test
	void withoutAnAddressThereIsNoAccess() {
		this.properties.setUri(" ");
		assertThat(new RabbitMqManagement(this.properties).access(this.connectionFactory, "/")).isNull();
	}

	@Test
	void addressGivesAccess() {
		this.properties.setUri("http://broker.example:15672");
		assertThat(new RabbitMqManagement(this.properties).access(this.connectionFactory, "/"))
			.hasToString("management API at http://broker.example:15672");
	}

	@Test
	void whatIsNoAddressIsRefusedWithoutShowingIt() {
		this.properties.setUri("broker:topsecret@15672");
		assertThatExceptionOfType(InvalidConfigurationPropertyValueException.class)
			.isThrownBy(() -> new RabbitMqManagement(this.properties).access(this.connectionFactory, "/"))
			.withMessageContaining("groundwork.rabbitmq.management.uri")
			.withMessageNotContaining("topsecret");
	}

}
