package dev.groundwork.local;

/**
 * What the servers of this machine run in.
 */
interface Backend {

	/**
	 * Make a broker that is not started yet.
	 * @param port its port on {@code 127.0.0.1}
	 * @return the broker
	 * @throws LocalServerException if RabbitMQ is missing
	 */
	LocalRabbitMq rabbitMq(int port);

	/**
	 * Make a search node that is not started yet.
	 * @param port its port on {@code 127.0.0.1}
	 * @return the node
	 * @throws LocalServerException if Elasticsearch is missing
	 */
	LocalElasticsearch elasticsearch(int port);

	/**
	 * Return what the servers are.
	 * @return products and versions
	 * @throws LocalServerException if something is missing
	 */
	String describe();

}
