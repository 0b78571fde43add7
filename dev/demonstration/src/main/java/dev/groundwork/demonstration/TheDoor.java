package dev.groundwork.demonstration;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;

/**
 * The gateway and the service that knows the users start, and somebody comes in.
 */
final class TheDoor implements Act {

	private static final Duration LIMIT = Duration.ofSeconds(30);

	@Override
	public String play(Stage stage, Narrator narrator) {
		narrator.act("The door opens: 'auth' issues tokens, 'gateway' checks them and serves the page");
		Together
			.run(List.of(() -> start(stage.auth(), stage, narrator), () -> start(stage.gateway(), stage, narrator)));
		Visitor visitor = stage.visitor();
		URI search = stage.gateway().uri("/api/search?q=Stroma");
		require(401, Http.get(search), search);
		narrator.tell("gateway", "GET %s without a token answers 401".formatted(search.getPath()));
		Http.Answer answer = Http.post(stage.gateway().uri("/auth/tokens"),
				Map.of("name", visitor.name(), "password", visitor.password()));
		require(200, Optional.of(answer), stage.gateway().uri("/auth/tokens"));
		String token = answer.json().path("token").asString();
		require(200, Http.get(search, token), search);
		narrator.tell("gateway", Tone.GOOD, "with the token of '%s' it answers 200".formatted(visitor.name()));
		require(200, Http.get(stage.gateway().uri("/")), stage.gateway().uri("/"));
		narrator.tell("gateway", Tone.GOOD, "the page is at " + stage.gateway().uri("/"));
		String up = Patience.await("the gateway to see its services", LIMIT, () -> servicesUp(stage));
		narrator.tell("gateway", "GET /status: " + up);
		return "a page at %s that says what is affected when a service is away".formatted(stage.gateway().uri("/"));
	}

	private static void start(SampleService service, Stage stage, Narrator narrator) {
		service.start(stage.log(service.name()));
		narrator.tell(service.name(), Tone.QUIET, "starts on port " + service.port());
		service.await("ready", (actuator) -> actuator.isReady() ? Optional.of(true) : Optional.empty());
		narrator.tell(service.name(), Tone.GOOD, "READY");
	}

	private static void require(int status, Optional<Http.Answer> answer, URI address) {
		String found = answer.map((it) -> Integer.toString(it.status())).orElse("nothing");
		if (!found.equals(Integer.toString(status))) {
			throw new DemonstrationException("%s answers %s instead of %d".formatted(address, found, status));
		}
	}

	private static Optional<String> servicesUp(Stage stage) {
		List<String> up = Http.get(stage.gateway().uri("/status"))
			.stream()
			.flatMap((answer) -> answer.json().valueStream())
			.filter((service) -> service.path("status").asString().equals("UP"))
			.map((JsonNode service) -> service.path("name").asString())
			.toList();
		boolean all = stage.services().stream().map(SampleService::name).allMatch(up::contains);
		return all ? Optional.of(up.stream().sorted().collect(Collectors.joining(", ", "", " are ready")))
				: Optional.empty();
	}

}
