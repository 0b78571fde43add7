package dev.groundwork.local;

/**
 * Makes private servers for the demo and the tests: the way in.
 *
 * @since 0.1.0
 */
public final class LocalInfrastructure {

	private LocalInfrastructure() {
	}

	/**
	 * Make a broker that is not started yet, on a free port.
	 * @return the broker; the caller closes it
	 * @throws LocalServerException if RabbitMQ is missing on this machine
	 */
	public static LocalRabbitMq rabbitMq() {
		return rabbitMq(Ports.next());
	}

	static LocalRabbitMq rabbitMq(int port) {
		return new RabbitMqProcess(RabbitMqInstallation.find(), port);
	}

	/**
	 * Make a search node that is not started yet, on a free port.
	 * @return the node; the caller closes it
	 * @throws LocalServerException if Elasticsearch is missing on this machine
	 */
	public static LocalElasticsearch elasticsearch() {
		return elasticsearch(Ports.next());
	}

	static LocalElasticsearch elasticsearch(int port) {
		return new ElasticsearchProcess(ElasticsearchHome.find(Settings.ofThisMachine()), port);
	}

	/**
	 * Return what the servers of this machine are, and why.
	 * @return one line, for example
	 * {@code processes: RabbitMQ 3.10.8, Elasticsearch 9.2.2}
	 * @throws LocalServerException if something is missing on this machine
	 */
	public static String describe() {
		RabbitMqInstallation rabbitMq = RabbitMqInstallation.find();
		ElasticsearchHome.find(Settings.ofThisMachine());
		return "processes: RabbitMQ %s, Elasticsearch %s".formatted(rabbitMq.version(),
				ServerImage.ELASTICSEARCH.version());
	}

}
