package dev.groundwork.local;

import java.util.Locale;

/**
 * The servers and their Docker images: the one place that holds names and versions.
 */
enum ServerImage {

	/**
	 * The message broker.
	 */
	RABBITMQ("rabbitmq:4-management"),

	/**
	 * The search engine; {@code local-infrastructure/elasticsearch/pom.xml} has the same
	 * version.
	 */
	ELASTICSEARCH("elasticsearch:9.2.2"),

	/**
	 * The database.
	 */
	POSTGRESQL("postgres:17");

	private final String image;

	ServerImage(String image) {
		this.image = image;
	}

	String image() {
		return this.image;
	}

	String version() {
		return this.image.substring(this.image.indexOf(':') + 1);
	}

	/**
	 * Return how the server is called on a command line and in names of servers.
	 * @return the constant in lower case
	 */
	String argument() {
		return name().toLowerCase(Locale.ROOT);
	}

	String serverName(int port) {
		return argument() + "-" + port;
	}

}
