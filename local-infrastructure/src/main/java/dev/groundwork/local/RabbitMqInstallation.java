package dev.groundwork.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The RabbitMQ that a Linux distribution's package has installed.
 *
 * @param folder where it is
 */
record RabbitMqInstallation(Path folder) {

	private static final Path PACKAGE_FOLDER = Path.of("/usr/lib/rabbitmq");

	private static final String SERVER_FOLDER = "rabbitmq_server-";

	private static final String START = """
			epmd -port "$ERL_EPMD_PORT" -address "$ERL_EPMD_ADDRESS" &
			exec "$0"
			""";

	private static final String CONFIGURATION = """
			loopback_users = none
			log.console = true
			log.file = false
			disk_free_limit.absolute = 50MB
			management.tcp.ip = 127.0.0.1
			management.tcp.port = %d
			""";

	static RabbitMqInstallation find() {
		return find(PACKAGE_FOLDER);
	}

	static RabbitMqInstallation find(Path folder) {
		RabbitMqInstallation installation = new RabbitMqInstallation(folder);
		if (!Files.isExecutable(installation.program("rabbitmq-server"))) {
			throw new LocalServerException(
					"RabbitMQ is not installed in %s: run apt-get install rabbitmq-server, or dev/setup as root"
						.formatted(folder));
		}
		return installation;
	}

	String version() {
		try (DirectoryStream<Path> folders = Files.newDirectoryStream(this.folder.resolve("lib"),
				SERVER_FOLDER + "*")) {
			for (Path candidate : folders) {
				return candidate.getFileName().toString().substring(SERVER_FOLDER.length());
			}
			return "of unknown version";
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The version of RabbitMQ in %s cannot be read".formatted(this.folder), ex);
		}
	}

	LocalRabbitMq broker(int port) {
		String name = ServerImage.RABBITMQ.serverName(port);
		ServerFolder data = ServerFolder.create(name);
		int managementPort = Ports.next();
		Map<String, String> environment = environment(data, port, managementPort);
		ServerCommand start = new ServerCommand(List.of("sh", "-c", START, program("rabbitmq-server").toString()),
				environment);
		int tlsPort = Ports.next();
		return new PrivateRabbitMq(name, port, managementPort, tlsPort,
				new PrivateRabbitMq.TlsAddress("127.0.0.1", tlsPort), new ProcessHost(name, data, start),
				(arguments) -> Commands.run(name, new ServerCommand(control(arguments), environment)));
	}

	private List<String> control(List<String> arguments) {
		List<String> line = new ArrayList<>(List.of(program("rabbitmqctl").toString()));
		line.addAll(arguments);
		return line;
	}

	private static Map<String, String> environment(ServerFolder data, int port, int managementPort) {
		return Map.ofEntries(Map.entry("HOME", data.path().toString()), Map.entry("LANG", "C.UTF-8"),
				Map.entry("ERL_EPMD_ADDRESS", "127.0.0.1"), Map.entry("ERL_EPMD_PORT", Integer.toString(Ports.next())),
				Map.entry("RABBITMQ_NODENAME", "groundwork@localhost"),
				Map.entry("RABBITMQ_NODE_IP_ADDRESS", "127.0.0.1"),
				Map.entry("RABBITMQ_NODE_PORT", Integer.toString(port)),
				Map.entry("RABBITMQ_DIST_PORT", Integer.toString(Ports.next())),
				Map.entry("RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS", "-kernel inet_dist_use_interface {127,0,0,1}"),
				Map.entry("RABBITMQ_CONF_ENV_FILE", data.write("rabbitmq-env.conf", "").toString()),
				Map.entry("RABBITMQ_CONFIG_FILE",
						data.write("rabbitmq.conf", CONFIGURATION.formatted(managementPort)).toString()),
				Map.entry("RABBITMQ_ENABLED_PLUGINS_FILE",
						data.write("enabled_plugins", "[rabbitmq_management].").toString()),
				Map.entry("RABBITMQ_MNESIA_BASE", data.folder("data").toString()),
				Map.entry("RABBITMQ_LOG_BASE", data.folder("log").toString()), Map.entry("RABBITMQ_LOGS", "-"),
				Map.entry("RABBITMQ_PID_FILE", data.path().resolve("pid").toString()),
				// makes the start script become the server instead of waiting for it
				Map.entry("RUNNING_UNDER_SYSTEMD", "true"));
	}

	// The programs of the same name in /usr/sbin insist on the user and the folders of
	// the
	// system's own server.
	private Path program(String name) {
		return this.folder.resolve("bin").resolve(name);
	}

}
