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
	 * Make a database server that is not started yet.
	 * @param port its port on {@code 127.0.0.1}
	 * @return the server
	 * @throws LocalServerException if PostgreSQL is missing
	 */
	LocalPostgreSql postgreSql(int port);

	/**
	 * Return what the servers run in.
	 * @return a few words, for example {@code processes}
	 */
	String name();

	/**
	 * Return what a server is.
	 * @param server the server
	 * @return product and version
	 * @throws LocalServerException if it is missing
	 */
	String describe(ServerImage server);

}
