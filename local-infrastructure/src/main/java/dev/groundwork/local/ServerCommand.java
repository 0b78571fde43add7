package dev.groundwork.local;

import java.util.List;
import java.util.Map;

/**
 * How a server's process is started.
 *
 * @param line the program and its arguments; it must become the server by {@code exec},
 * so that signals reach the server itself
 * @param environment what is added to the environment of this JVM
 * @param stopSignal the signal by which the server stops in an orderly way
 */
record ServerCommand(List<String> line, Map<String, String> environment, String stopSignal) {

	private static final List<String> FOREIGN = List.of("RABBITMQ_", "ERL_", "ES_", "PG", "JAVA_TOOL_OPTIONS",
			"JDK_JAVA_OPTIONS", "NOTIFY_SOCKET");

	ServerCommand(List<String> line, Map<String, String> environment) {
		this(line, environment, "TERM");
	}

	ServerCommand {
		line = List.copyOf(line);
		environment = Map.copyOf(environment);
	}

	/**
	 * Set the environment up, without what would reach into the server from outside.
	 * @param builder the process to be
	 */
	void applyEnvironment(ProcessBuilder builder) {
		builder.environment().keySet().removeIf((name) -> FOREIGN.stream().anyMatch(name::startsWith));
		builder.environment().putAll(this.environment);
	}

}
