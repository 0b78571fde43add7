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
	public String describe() {
		RabbitMqInstallation rabbitMq = RabbitMqInstallation.find();
		ElasticsearchHome.find(this.settings);
		return "processes: RabbitMQ %s, Elasticsearch %s".formatted(rabbitMq.version(),
				ServerImage.ELASTICSEARCH.version());
	}

}
