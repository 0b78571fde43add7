package dev.groundwork.drills;

import java.net.URI;
import java.util.Map;

import dev.groundwork.local.LocalRabbitMq;
import org.jspecify.annotations.Nullable;

import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A virtual host of a broker.
 *
 * @param broker the broker
 * @param name the name of the virtual host
 */
record VirtualHost(LocalRabbitMq broker, String name) {

	static VirtualHost add(LocalRabbitMq broker, String name) {
		put(broker, "/api/vhosts/" + name, "{}");
		put(broker, "/api/permissions/%s/%s".formatted(name, broker.getUsername()),
				"{\"configure\":\".*\",\"write\":\".*\",\"read\":\".*\"}");
		return new VirtualHost(broker, name);
	}

	private static void put(LocalRabbitMq broker, String path, String body) {
		URI uri = broker.getManagementUri().resolve(path);
		assertThat(Http.put(uri, broker.getUsername(), broker.getPassword(), body).status()).as(uri.toString())
			.isBetween(200, 204);
	}

	Map<String, String> properties() {
		return properties(this.broker.getPort());
	}

	/**
	 * Return the properties of a service that reaches the broker by way of a proxy.
	 * @param port the port of the proxy
	 * @return the properties
	 */
	Map<String, String> properties(int port) {
		return Map.of("spring.rabbitmq.host", "127.0.0.1", "spring.rabbitmq.port", String.valueOf(port),
				"spring.rabbitmq.virtual-host", this.name, "spring.rabbitmq.username", this.broker.getUsername(),
				"spring.rabbitmq.password", this.broker.getPassword());
	}

	/**
	 * Do something on the broker as another client does.
	 * @param <T> the type of the result
	 * @param work what to do
	 * @return the result
	 */
	<T extends @Nullable Object> T call(Work<T> work) {
		CachingConnectionFactory connections = new CachingConnectionFactory("127.0.0.1", this.broker.getPort());
		connections.setVirtualHost(this.name);
		connections.setUsername(this.broker.getUsername());
		connections.setPassword(this.broker.getPassword());
		try {
			return work.on(new RabbitTemplate(connections));
		}
		finally {
			connections.destroy();
		}
	}

	/**
	 * Work of a client.
	 *
	 * @param <T> the type of its result
	 */
	@FunctionalInterface
	interface Work<T extends @Nullable Object> {

		T on(RabbitTemplate template);

	}

}
