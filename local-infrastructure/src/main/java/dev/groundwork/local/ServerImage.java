package dev.groundwork.local;

/**
 * The servers and their Docker images: the one place that holds names and versions.
 */
enum ServerImage {

	/**
	 * The message broker.
	 */
	RABBITMQ("RabbitMQ", "rabbitmq:4-management"),

	/**
	 * The search engine; {@code local-infrastructure/elasticsearch/pom.xml} has the same
	 * version.
	 */
	ELASTICSEARCH("Elasticsearch", "elasticsearch:9.2.2");

	private final String product;

	private final String image;

	ServerImage(String product, String image) {
		this.product = product;
		this.image = image;
	}

	String product() {
		return this.product;
	}

	String image() {
		return this.image;
	}

	String version() {
		return this.image.substring(this.image.indexOf(':') + 1);
	}

}
