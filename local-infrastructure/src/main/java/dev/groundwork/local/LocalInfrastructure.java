package dev.groundwork.local;

import org.jspecify.annotations.Nullable;

/**
 * Makes private servers for the demo and the tests: the way in.
 * <p>
 * They run in containers where Docker answers and has the images or can pull them, else
 * as processes of this machine. That is decided once in a JVM, in bounded time;
 * {@code GROUNDWORK_LOCAL_INFRASTRUCTURE}, a system property or an environment variable,
 * forces it with {@code docker} or {@code process}.
 *
 * @since 0.1.0
 */
public final class LocalInfrastructure {

	private static @Nullable BackendChoice choice;

	private LocalInfrastructure() {
	}

	/**
	 * Make a broker that is not started yet, on a free port.
	 * @return the broker; the caller closes it
	 * @throws LocalServerException if RabbitMQ is missing on this machine; the message
	 * says how to install it
	 */
	public static LocalRabbitMq rabbitMq() {
		return choice().backend().rabbitMq(Ports.next());
	}

	/**
	 * Make a broker that is not started yet, on a given port.
	 * @param port the port on {@code 127.0.0.1}
	 * @return the broker; the caller closes it
	 * @throws LocalServerException if the port is taken, or RabbitMQ is missing on this
	 * machine
	 */
	public static LocalRabbitMq rabbitMq(int port) {
		return choice().backend().rabbitMq(Ports.take(port));
	}

	/**
	 * Make a search node that is not started yet, on a free port.
	 * @return the node; the caller closes it
	 * @throws LocalServerException if Elasticsearch is missing on this machine; the
	 * message says how to install it
	 */
	public static LocalElasticsearch elasticsearch() {
		return choice().backend().elasticsearch(Ports.next());
	}

	/**
	 * Make a search node that is not started yet, on a given port.
	 * @param port the port on {@code 127.0.0.1}
	 * @return the node; the caller closes it
	 * @throws LocalServerException if the port is taken, or Elasticsearch is missing on
	 * this machine
	 */
	public static LocalElasticsearch elasticsearch(int port) {
		return choice().backend().elasticsearch(Ports.take(port));
	}

	/**
	 * Return what the servers of this machine are, and why.
	 * @return one line, for example
	 * {@code processes: RabbitMQ 3.10.8, Elasticsearch 9.2.2, because Docker does not answer}
	 * @throws LocalServerException if something is missing on this machine
	 */
	public static String describe() {
		return choice().describe();
	}

	private static synchronized BackendChoice choice() {
		BackendChoice made = choice;
		if (made == null) {
			made = BackendChoice.make(Settings.ofThisMachine(),
					() -> new DockerEngine(Settings.ofThisMachine()).obstacle());
			choice = made;
		}
		return made;
	}

}
