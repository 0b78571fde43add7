package dev.groundwork.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Servers in containers, by Testcontainers.
 */
record ContainerBackend() implements Backend {

	private static final int AMQP_PORT = 5672;

	private static final int AMQPS_PORT = 5671;

	private static final int MANAGEMENT_PORT = 15672;

	private static final int HTTP_PORT = 9200;

	private static final Map<String, String> ELASTICSEARCH_ENVIRONMENT = Map.of("discovery.type", "single-node",
			"xpack.security.enabled", "false", "cluster.routing.allocation.disk.threshold_enabled", "false",
			"ES_JAVA_OPTS", "-Xms512m -Xmx512m");

	private static final int POSTGRESQL_PORT = 5432;

	private static final Map<String, String> POSTGRESQL_ENVIRONMENT = Map.of("POSTGRES_USER", PrivatePostgreSql.USER,
			"POSTGRES_PASSWORD", PrivatePostgreSql.PASSWORD, "POSTGRES_DB", PrivatePostgreSql.DATABASE);

	@Override
	public LocalRabbitMq rabbitMq(int port) {
		String name = ServerImage.RABBITMQ.serverName(port);
		int tlsPort = Ports.next();
		int managementPort = Ports.next();
		ContainerHost host = new ContainerHost(name, ServerImage.RABBITMQ,
				Map.of(port, AMQP_PORT, tlsPort, AMQPS_PORT, managementPort, MANAGEMENT_PORT), Map.of());
		return new PrivateRabbitMq(name, port, managementPort, tlsPort,
				new PrivateRabbitMq.TlsAddress("0.0.0.0", AMQPS_PORT), host, (arguments) -> {
					List<String> line = new ArrayList<>(List.of("timeout", "60", "rabbitmqctl"));
					line.addAll(arguments);
					return host.execute(line);
				});
	}

	@Override
	public LocalElasticsearch elasticsearch(int port) {
		String name = ServerImage.ELASTICSEARCH.serverName(port);
		return new PrivateElasticsearch(name, port,
				new ContainerHost(name, ServerImage.ELASTICSEARCH, Map.of(port, HTTP_PORT), ELASTICSEARCH_ENVIRONMENT));
	}

	@Override
	public LocalPostgreSql postgreSql(int port) {
		String name = ServerImage.POSTGRESQL.serverName(port);
		return new PrivatePostgreSql(name, port,
				new ContainerHost(name, ServerImage.POSTGRESQL, Map.of(port, POSTGRESQL_PORT), POSTGRESQL_ENVIRONMENT));
	}

	@Override
	public String name() {
		return "Testcontainers";
	}

	@Override
	public String describe(ServerImage server) {
		return server.image();
	}

}
