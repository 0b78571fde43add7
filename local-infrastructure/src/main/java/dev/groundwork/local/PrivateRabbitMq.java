package dev.groundwork.local;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A RabbitMQ broker on its host.
 */
final class PrivateRabbitMq extends PrivateServer implements LocalRabbitMq {

	private static final String USER = "guest";

	private final int managementPort;

	private final Function<List<String>, String> control;

	/**
	 * Create a broker.
	 * @param name the name of the broker
	 * @param port the AMQP port
	 * @param managementPort the port of the management plugin
	 * @param host where it runs
	 * @param control runs {@code rabbitmqctl} with arguments and returns what it wrote
	 */
	PrivateRabbitMq(String name, int port, int managementPort, ServerHost host,
			Function<List<String>, String> control) {
		super(name, port, host, () -> new AmqpLogin(port, USER, USER).isAccepted());
		this.managementPort = managementPort;
		this.control = control;
	}

	@Override
	public String getUsername() {
		return USER;
	}

	@Override
	public String getPassword() {
		return USER;
	}

	@Override
	public URI getManagementUri() {
		return URI.create("http://127.0.0.1:" + this.managementPort);
	}

	@Override
	public String control(String... arguments) {
		List<String> all = new ArrayList<>(List.of("--quiet"));
		all.addAll(List.of(arguments));
		return this.control.apply(all);
	}

}
