package dev.groundwork.demonstration;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.groundwork.local.LocalElasticsearch;
import dev.groundwork.local.LocalInfrastructure;
import dev.groundwork.local.LocalPostgreSql;
import dev.groundwork.local.LocalRabbitMq;

/**
 * Everything that takes part. Nothing of it runs before it is told to, and nothing after
 * the stage is closed.
 */
final class Stage implements AutoCloseable {

	private static final int SECRET_BYTES = 32;

	private static final List<String> SETTINGS_OF_OTHERS = List.of("SPRING_", "SERVER_", "MANAGEMENT_", "LOGGING_",
			"GROUNDWORK_", "APP_", "JWT_", "DATABASE_");

	private final Path folder;

	private final FreePort ports = new FreePort();

	private final Processes processes = new Processes();

	private final Map<String, Server> servers;

	private final Map<String, String> environment;

	private final SampleService documents;

	private final SampleService search;

	private final SampleService presence;

	private final SampleService notifications;

	private final SampleService auth;

	private final SampleService gateway;

	private final Visitor visitor = Visitor.named("ann");

	private final SampleService misconfigured;

	private final URI webSocket;

	private boolean closed;

	Stage(Arguments arguments) {
		this.folder = arguments.logs();
		LocalRabbitMq broker = LocalInfrastructure.rabbitMq(this.ports.preferably(5672));
		LocalElasticsearch searchNode = LocalInfrastructure.elasticsearch(this.ports.preferably(9200));
		LocalPostgreSql database = LocalInfrastructure.postgreSql(this.ports.preferably(5432));
		this.servers = Stream
			.of(new Server("rabbitmq", broker), new Server("elasticsearch", searchNode),
					new Server("postgresql", database))
			.collect(Collectors.toMap(Server::name, Function.identity()));
		this.environment = environment(broker, searchNode, database);
		int webSocketPort = this.ports.preferably(9083);
		this.webSocket = URI.create("ws://127.0.0.1:%d/ws".formatted(webSocketPort));
		String secret = secret();
		this.documents = service("documents", 8081, Map.of("JWT_SECRET", secret), arguments);
		this.search = service("search", 8082, Map.of(), arguments);
		this.presence = service("presence", 8083, Map.of("APP_PRESENCE_WEBSOCKETPORT", Integer.toString(webSocketPort)),
				arguments);
		this.notifications = service("notifications", 8084, Map.of(), arguments);
		this.auth = service("auth", 8085, Map.of("JWT_SECRET", secret, "AUTH_USERS", this.visitor.credential()),
				arguments);
		this.gateway = service("gateway", 8080, gateway(secret), arguments);
		this.misconfigured = service("documents", 8086, Map.of("JWT_SECRETS", secret), arguments);
	}

	private Map<String, String> gateway(String secret) {
		return Map.of("JWT_SECRET", secret, "DOCUMENTS_URL", address(this.documents), "SEARCH_URL",
				address(this.search), "PRESENCE_URL", address(this.presence), "PRESENCE_SOCKET_URL",
				"ws://127.0.0.1:" + this.webSocket.getPort(), "NOTIFICATIONS_URL", address(this.notifications),
				"AUTH_URL", address(this.auth));
	}

	private static String address(SampleService service) {
		return "http://127.0.0.1:" + service.port();
	}

	private static Map<String, String> environment(LocalRabbitMq broker, LocalElasticsearch searchNode,
			LocalPostgreSql database) {
		Map<String, String> environment = new HashMap<>(System.getenv());
		// the demonstration is the same on every machine
		environment.keySet().removeIf((name) -> SETTINGS_OF_OTHERS.stream().anyMatch(name::startsWith));
		environment.put("SPRING_RABBITMQ_HOST", "127.0.0.1");
		environment.put("SPRING_RABBITMQ_PORT", Integer.toString(broker.getPort()));
		environment.put("SPRING_RABBITMQ_USERNAME", broker.getUsername());
		environment.put("SPRING_RABBITMQ_PASSWORD", broker.getPassword());
		environment.put("SPRING_ELASTICSEARCH_URIS", "http://127.0.0.1:" + searchNode.getPort());
		environment.put("DATABASE_URL", database.getJdbcUrl());
		environment.put("DATABASE_USERNAME", database.getUsername());
		environment.put("DATABASE_PASSWORD", database.getPassword());
		environment.put("SERVER_ADDRESS", "127.0.0.1");
		return environment;
	}

	private static String secret() {
		byte[] secret = new byte[SECRET_BYTES];
		new SecureRandom().nextBytes(secret);
		return HexFormat.of().formatHex(secret);
	}

	private SampleService service(String name, int preferredPort, Map<String, String> own, Arguments arguments) {
		int port = this.ports.preferably(preferredPort);
		Map<String, String> all = new HashMap<>(this.environment);
		all.putAll(own);
		all.put("SERVER_PORT", Integer.toString(port));
		return new SampleService(name, port, copy(arguments.jar(name)), all, this.processes);
	}

	// a build in the meantime shall not pull the jar away from under a running service
	private Path copy(Path jar) {
		try {
			Files.createDirectories(this.folder);
			return Files.copy(jar, this.folder.resolve(jar.getFileName()), StandardCopyOption.REPLACE_EXISTING);
		}
		catch (IOException ex) {
			throw new DemonstrationException("%s cannot be copied to %s: %s".formatted(jar, this.folder, ex), ex);
		}
	}

	Path log(String name) {
		return this.folder.resolve(name + ".log");
	}

	/**
	 * Return the servers by the names that the services know them by.
	 * @return the servers
	 */
	Map<String, Server> servers() {
		return this.servers;
	}

	/**
	 * Return the services that need servers.
	 * @return the services
	 */
	List<SampleService> services() {
		return List.of(this.documents, this.search, this.presence, this.notifications);
	}

	/**
	 * Return all services that are set up as they should be, by their names.
	 * @return the services
	 */
	Map<String, SampleService> allServices() {
		return Stream.concat(services().stream(), Stream.of(this.auth, this.gateway))
			.collect(Collectors.toMap(SampleService::name, Function.identity()));
	}

	SampleService documents() {
		return this.documents;
	}

	SampleService search() {
		return this.search;
	}

	SampleService presence() {
		return this.presence;
	}

	SampleService auth() {
		return this.auth;
	}

	SampleService gateway() {
		return this.gateway;
	}

	Visitor visitor() {
		return this.visitor;
	}

	/**
	 * Return {@link #documents()} once more, with its secret under a wrong name.
	 * @return the service
	 */
	SampleService misconfigured() {
		return this.misconfigured;
	}

	URI webSocket() {
		return this.webSocket;
	}

	synchronized boolean isClosed() {
		return this.closed;
	}

	@Override
	public synchronized void close() {
		if (!this.closed) {
			this.processes.close();
			this.servers.values().parallelStream().forEach((server) -> server.server().close());
			this.closed = true;
		}
	}

}
