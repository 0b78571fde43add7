package dev.groundwork.demonstration;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.groundwork.local.LocalInfrastructure;

/**
 * The servers start, and each service becomes ready by itself.
 */
final class InfrastructureAfter implements Act {

	@Override
	public String play(Stage stage, Narrator narrator) {
		narrator.act("The broker, the search node and the database start. Nobody touches the services.");
		narrator.tell("infrastructure", Tone.QUIET, LocalInfrastructure.describe());
		Stream<Runnable> servers = stage.servers().values().stream().map((server) -> () -> start(server, narrator));
		Stream<Runnable> services = stage.services()
			.stream()
			.map((service) -> () -> watch(service, stage.servers(), narrator));
		Together.run(Stream.concat(servers, services).toList());
		return "all ready by themselves, %s after the last server accepted work"
			.formatted(Narrator.seconds(Server.after(stage.servers().values(), System.nanoTime())));
	}

	private static void start(Server server, Narrator narrator) {
		narrator.tell(server.name(), Tone.QUIET, "starts on port " + server.server().getPort());
		server.start();
		narrator.tell(server.name(), "accepts work");
	}

	private static void watch(SampleService service, Map<String, Server> servers, Narrator narrator) {
		GroundworkState state = service.await("ready",
				(actuator) -> actuator.isReady() ? actuator.groundwork() : Optional.empty());
		long moment = System.nanoTime();
		List<Server> needed = state.backEnds()
			.stream()
			.flatMap((backEnd) -> Stream.ofNullable(servers.get(backEnd.name())))
			.toList();
		Duration after = Server.after(needed, moment);
		narrator.tell(service.name(), Tone.GOOD, "READY, %s after %s".formatted(Narrator.seconds(after),
				needed.stream().map(Server::name).collect(Collectors.joining(" and "))));
	}

}
