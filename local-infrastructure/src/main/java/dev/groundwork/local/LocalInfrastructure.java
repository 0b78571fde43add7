package dev.groundwork.local;

import java.util.EnumMap;
import java.util.Map;

/**
 * Makes private servers for the demo and the tests: the way in.
 * <p>
 * Each runs in a container where Docker answers and has its image or can pull it, else as
 * a process of this machine. That is decided once in a JVM, in bounded time;
 * {@code GROUNDWORK_LOCAL_INFRASTRUCTURE}, a system property or an environment variable,
 * forces it with {@code docker} or {@code process}.
 *
 * @since 0.1.0
 */
public final class LocalInfrastructure {

	private static final Map<ServerImage, BackendChoice> choices = new EnumMap<>(ServerImage.class);

	private LocalInfrastructure() {
	}

	/**
	 * Make a broker that is not started yet, on a free port.
	 * @return the broker; the caller closes it
	 * @throws LocalServerException if RabbitMQ is missing on this machine; the message
	 * says how to install it
	 */
	public static LocalRabbitMq rabbitMq() {
		return backend(ServerImage.RABBITMQ).rabbitMq(Ports.next());
	}

	/**
	 * Make a broker that is not started yet, on a given port.
	 * @param port the port on {@code 127.0.0.1}
	 * @return the broker; the caller closes it
	 * @throws LocalServerException if the port is taken, or RabbitMQ is missing on this
	 * machine
	 */
	public static LocalRabbitMq rabbitMq(int port) {
		return backend(ServerImage.RABBITMQ).rabbitMq(Ports.take(port));
	}

	/**
	 * Make a search node that is not started yet, on a free port.
	 * @return the node; the caller closes it
	 * @throws LocalServerException if Elasticsearch is missing on this machine; the
	 * message says how to install it
	 */
	public static LocalElasticsearch elasticsearch() {
		return backend(ServerImage.ELASTICSEARCH).elasticsearch(Ports.next());
	}

	/**
	 * Make a search node that is not started yet, on a given port.
	 * @param port the port on {@code 127.0.0.1}
	 * @return the node; the caller closes it
	 * @throws LocalServerException if the port is taken, or Elasticsearch is missing on
	 * this machine
	 */
	public static LocalElasticsearch elasticsearch(int port) {
		return backend(ServerImage.ELASTICSEARCH).elasticsearch(Ports.take(port));
	}

	/**
	 * Make a database server that is not started yet, on a free port.
	 * @return the server; the caller closes it
	 * @throws LocalServerException if PostgreSQL is missing on this machine; the message
	 * says how to install it
	 */
	public static LocalPostgreSql postgreSql() {
		return backend(ServerImage.POSTGRESQL).postgreSql(Ports.next());
	}

	/**
	 * Make a database server that is not started yet, on a given port.
	 * @param port the port on {@code 127.0.0.1}
	 * @return the server; the caller closes it
	 * @throws LocalServerException if the port is taken, or PostgreSQL is missing on this
	 * machine
	 */
	public static LocalPostgreSql postgreSql(int port) {
		return backend(ServerImage.POSTGRESQL).postgreSql(Ports.take(port));
	}

	/**
	 * Return what the servers of this machine are, and why.
	 * @return one line, for example
	 * {@code processes: RabbitMQ 3.10.8, Elasticsearch 9.2.2, PostgreSQL 15, because Docker does not answer}
	 * @throws LocalServerException if something is missing on this machine
	 */
	public static synchronized String describe() {
		for (ServerImage server : ServerImage.values()) {
			backend(server);
		}
		return BackendChoice.describe(choices);
	}

	private static synchronized Backend backend(ServerImage server) {
		Settings settings = Settings.ofThisMachine();
		return choices
			.computeIfAbsent(server,
					(key) -> BackendChoice.make(settings, () -> new DockerEngine(settings).obstacle(key)))
			.backend();
	}

}
