package dev.groundwork.local;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The back end of a server on this machine, and why it is that one.
 *
 * @param backend the back end
 * @param reason the reason, to follow "because"
 */
record BackendChoice(Backend backend, String reason) {

	static final String SETTING = "GROUNDWORK_LOCAL_INFRASTRUCTURE";

	/**
	 * Choose the back end of a server.
	 * @param settings what the user has set on this machine
	 * @param dockerObstacle why Docker cannot be used, empty if it can; asked only if it
	 * matters
	 * @return the choice
	 */
	static BackendChoice make(Settings settings, Supplier<Optional<String>> dockerObstacle) {
		String setting = settings.get(SETTING);
		return switch ((setting != null) ? setting : "auto") {
			case "process" -> new BackendChoice(new ProcessBackend(settings), SETTING + " is 'process'");
			case "docker" -> dockerOrFail(dockerObstacle.get());
			case "auto" -> dockerOrProcess(settings, dockerObstacle.get());
			default -> throw new LocalServerException(
					"%s is '%s': set it to process, docker or auto".formatted(SETTING, setting));
		};
	}

	private static BackendChoice dockerOrFail(Optional<String> obstacle) {
		obstacle.ifPresent((reason) -> {
			throw new LocalServerException(
					"%s is 'docker', but %s: start Docker, or set it to process and run dev/setup".formatted(SETTING,
							reason));
		});
		return new BackendChoice(new ContainerBackend(), SETTING + " is 'docker'");
	}

	private static BackendChoice dockerOrProcess(Settings settings, Optional<String> obstacle) {
		return obstacle.map((reason) -> new BackendChoice(new ProcessBackend(settings), reason))
			.orElseGet(() -> new BackendChoice(new ContainerBackend(), "Docker answers and has the images"));
	}

	/**
	 * Return what servers are, and why.
	 * @param choices the back ends of the servers
	 * @return a clause for all servers with the same back end for the same reason
	 */
	static String describe(Map<ServerImage, BackendChoice> choices) {
		Map<BackendChoice, List<String>> servers = new LinkedHashMap<>();
		choices.forEach((server, choice) -> servers.computeIfAbsent(choice, (key) -> new ArrayList<>())
			.add(choice.backend().describe(server)));
		return servers.entrySet()
			.stream()
			.map((entry) -> "%s: %s, because %s".formatted(entry.getKey().backend().name(),
					String.join(", ", entry.getValue()), entry.getKey().reason()))
			.collect(Collectors.joining("; "));
	}

}
