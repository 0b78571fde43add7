package dev.groundwork.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A RabbitMQ broker that runs as a process of this machine, with a port mapper (epmd) of
 * its own.
 */
final class RabbitMqProcess extends ProcessServer implements LocalRabbitMq {

	private static final String START = """
			epmd -port "$ERL_EPMD_PORT" -address "$ERL_EPMD_ADDRESS" &
			exec "$0"
			""";

	private static final String CONFIGURATION = """
			loopback_users = none
			log.console = true
			log.file = false
			disk_free_limit.absolute = 50MB
			""";

	private final RabbitMqInstallation installation;

	private final Map<String, String> environment;

	private final AmqpLogin login;

	RabbitMqProcess(RabbitMqInstallation installation, int port) {
		super("rabbitmq", port);
		this.installation = installation;
		this.environment = environment(folder(), port);
		this.login = new AmqpLogin(port, getUsername(), getPassword());
	}

	private static Map<String, String> environment(ServerFolder folder, int port) {
		Path none = folder.write("rabbitmq-env.conf", "");
		return Map.ofEntries(Map.entry("HOME", folder.path().toString()), Map.entry("LANG", "C.UTF-8"),
				Map.entry("ERL_EPMD_ADDRESS", "127.0.0.1"), Map.entry("ERL_EPMD_PORT", Integer.toString(Ports.next())),
				Map.entry("RABBITMQ_NODENAME", "groundwork@localhost"),
				Map.entry("RABBITMQ_NODE_IP_ADDRESS", "127.0.0.1"),
				Map.entry("RABBITMQ_NODE_PORT", Integer.toString(port)),
				Map.entry("RABBITMQ_DIST_PORT", Integer.toString(Ports.next())),
				Map.entry("RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS", "-kernel inet_dist_use_interface {127,0,0,1}"),
				Map.entry("RABBITMQ_CONF_ENV_FILE", none.toString()),
				Map.entry("RABBITMQ_CONFIG_FILE", folder.write("rabbitmq.conf", CONFIGURATION).toString()),
				Map.entry("RABBITMQ_ENABLED_PLUGINS_FILE", folder.write("enabled_plugins", "[].").toString()),
				Map.entry("RABBITMQ_MNESIA_BASE", folder.folder("data").toString()),
				Map.entry("RABBITMQ_LOG_BASE", folder.folder("log").toString()), Map.entry("RABBITMQ_LOGS", "-"),
				Map.entry("RABBITMQ_PID_FILE", folder.path().resolve("pid").toString()),
				// makes the start script become the server instead of waiting for it
				Map.entry("RUNNING_UNDER_SYSTEMD", "true"));
	}

	@Override
	ServerCommand command() {
		return new ServerCommand(List.of("sh", "-c", START, this.installation.server().toString()), this.environment);
	}

	@Override
	boolean accepts() {
		return this.login.isAccepted();
	}

	@Override
	public String control(String... arguments) {
		List<String> line = new ArrayList<>(List.of(this.installation.control().toString(), "--quiet"));
		line.addAll(List.of(arguments));
		return Commands.run(getName(), new ServerCommand(line, this.environment));
	}

}
