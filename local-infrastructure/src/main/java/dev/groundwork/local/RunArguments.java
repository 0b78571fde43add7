package dev.groundwork.local;

import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;

/**
 * What to run, from the command line of {@link Main}.
 *
 * @param ports the servers to run with their ports, {@link #ANY_PORT} for a free one
 */
record RunArguments(Map<ServerImage, Integer> ports) {

	static final int ANY_PORT = 0;

	private static final String USAGE = "Usage: run [rabbitmq] [elasticsearch] [postgresql] [--<server>-port N]";

	static RunArguments parse(List<String> arguments) {
		Iterator<String> remaining = arguments.iterator();
		if (!remaining.hasNext() || !remaining.next().equals("run")) {
			throw new IllegalArgumentException(USAGE);
		}
		Map<ServerImage, Integer> ports = new EnumMap<>(ServerImage.class);
		while (remaining.hasNext()) {
			parse(remaining.next(), remaining, ports);
		}
		if (ports.isEmpty()) {
			for (ServerImage server : ServerImage.values()) {
				ports.put(server, ANY_PORT);
			}
		}
		return new RunArguments(ports);
	}

	private static void parse(String argument, Iterator<String> remaining, Map<ServerImage, Integer> ports) {
		for (ServerImage server : ServerImage.values()) {
			if (argument.equals(server.argument())) {
				ports.putIfAbsent(server, ANY_PORT);
				return;
			}
			if (argument.equals("--%s-port".formatted(server.argument()))) {
				ports.put(server, parsePort(argument, remaining));
				return;
			}
		}
		throw new IllegalArgumentException("Unknown argument '%s'. %s".formatted(argument, USAGE));
	}

	private static int parsePort(String argument, Iterator<String> remaining) {
		String value = remaining.hasNext() ? remaining.next() : "";
		if (!value.matches("[1-9]\\d{0,4}") || Integer.parseInt(value) > 65_535) {
			throw new IllegalArgumentException(
					"'%s' needs a port between 1 and 65535, not '%s'. %s".formatted(argument, value, USAGE));
		}
		return Integer.parseInt(value);
	}

	List<LocalServer> create() {
		return this.ports.entrySet().stream().map(RunArguments::create).toList();
	}

	private static LocalServer create(Entry<ServerImage, Integer> server) {
		int port = server.getValue();
		return switch (server.getKey()) {
			case RABBITMQ -> (port == ANY_PORT) ? LocalInfrastructure.rabbitMq() : LocalInfrastructure.rabbitMq(port);
			case ELASTICSEARCH ->
				(port == ANY_PORT) ? LocalInfrastructure.elasticsearch() : LocalInfrastructure.elasticsearch(port);
			case POSTGRESQL ->
				(port == ANY_PORT) ? LocalInfrastructure.postgreSql() : LocalInfrastructure.postgreSql(port);
		};
	}

}
