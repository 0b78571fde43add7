package dev.groundwork.demonstration;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import dev.groundwork.local.LocalServer;
import dev.groundwork.local.LocalServerException;

/**
 * Keeps everything running for the visitor to try, and tells what changes.
 */
final class OpenHouse {

	private static final Map<String, Consumer<LocalServer>> VERBS = Map.of("kill", LocalServer::kill, "start",
			LocalServer::start, "freeze", LocalServer::freeze, "resume", LocalServer::resume);

	private static final String COMMANDS = "kill|start|freeze|resume rabbitmq|elasticsearch, kill|start a service, or quit";

	private static final long INTERVAL_MILLIS = 500;

	private final Stage stage;

	private final Narrator narrator;

	private final Map<String, String> states = new ConcurrentHashMap<>();

	OpenHouse(Stage stage, Narrator narrator) {
		this.stage = stage;
		this.narrator = narrator;
	}

	void stayOpen() {
		this.narrator.heading("Everything keeps running until Ctrl-C. Try:");
		suggestions().forEach(this.narrator::item);
		ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("watch"));
		try {
			executor.scheduleWithFixedDelay(() -> this.stage.allServices().values().forEach(this::look), 0,
					INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
			listen(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The commands cannot be read", ex);
		}
		finally {
			executor.shutdownNow();
		}
	}

	private List<String> suggestions() {
		return List.of(
				"The page: %s, where '%s' signs in with '%s'".formatted(this.stage.gateway().uri("/"),
						this.stage.visitor().name(), this.stage.visitor().password()),
				"curl -i " + this.stage.search().uri("/actuator/health/readiness"),
				"curl " + this.stage.search().uri("/actuator/groundwork"),
				"curl -i -H 'Content-Type: application/json' \\",
				"     -d '{\"title\":\"Hello\",\"body\":\"world\",\"author\":\"me\"}' "
						+ this.stage.documents().uri("/documents"),
				"curl '%s'".formatted(this.stage.search().uri("/search?q=hello")), "", "Or type here: " + COMMANDS);
	}

	private void look(SampleService service) {
		Actuator actuator = service.actuator();
		String state = actuator.isReady() ? "ready" : (actuator.isLive() ? "live, not ready" : "does not answer");
		String before = this.states.put(service.name(), state);
		if (before != null && !before.equals(state)) {
			this.narrator.tell(service.name(), state.equals("ready") ? Tone.GOOD : Tone.WAITING, state);
		}
	}

	private void listen(BufferedReader input) throws IOException {
		String line = input.readLine();
		while (line != null && !line.strip().equals("quit")) {
			if (!line.isBlank()) {
				obey(line.strip());
			}
			line = input.readLine();
		}
	}

	private boolean obey(String word, SampleService service) {
		switch (word) {
			case "kill" -> service.stop();
			case "start" -> service.startAgain(this.stage.log(service.name() + "-again"));
			default -> {
				return false;
			}
		}
		this.narrator.tell(service.name(), word + ": done");
		return true;
	}

	private void obey(String line) {
		String[] words = line.split("\\s+");
		SampleService service = (words.length == 2) ? this.stage.allServices().get(words[1]) : null;
		if (service != null && obey(words[0], service)) {
			return;
		}
		Consumer<LocalServer> verb = VERBS.get(words[0]);
		Server server = (words.length == 2) ? this.stage.servers().get(words[1]) : null;
		if (verb == null || server == null) {
			this.narrator.tell("", Tone.WAITING, "Type " + COMMANDS);
			return;
		}
		try {
			verb.accept(server.server());
			this.narrator.tell(server.name(), words[0] + ": done");
		}
		catch (LocalServerException ex) {
			this.narrator.tell(server.name(), Tone.BAD, String.valueOf(ex.getMessage()));
		}
	}

}
