package dev.groundwork.local;

/**
 * Servers as processes of this machine.
 *
 * @param settings what the user has set on this machine
 */
record ProcessBackend(Settings settings) implements Backend {

	@Override
	public LocalRabbitMq rabbitMq(int port) {
		return RabbitMqInstallation.find().broker(port);
	}

	@Override
	public LocalElasticsearch elasticsearch(int port) {
		return ElasticsearchHome.find(this.settings).node(port);
	}

	@Override
	public LocalPostgreSql postgreSql(int port) {
		return PostgreSqlInstallation.find().server(port);
	}

	@Override
	public String name() {
		return "processes";
	}

	@Override
	public String describe(ServerImage server) {
		return switch (server) {
			case RABBITMQ -> "RabbitMQ " + RabbitMqInstallation.find().version();
			case ELASTICSEARCH -> {
				ElasticsearchHome.find(this.settings);
				yield "Elasticsearch " + server.version();
			}
			case POSTGRESQL -> "PostgreSQL " + PostgreSqlInstallation.find().version();
		};
	}

}
