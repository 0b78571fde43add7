package dev.groundwork.demonstration;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

import tools.jackson.databind.JsonNode;

/**
 * A document is created over HTTP, heard of on the WebSocket and found by search.
 */
final class OneDocument implements Act {

	private static final Duration LIMIT = Duration.ofSeconds(30);

	private static final String WORD = "Pentland";

	private static final Map<String, String> TEXT = Map.of("title", "Tide tables for the " + WORD + " Firth", "body",
			"Slack water off Stroma is short.", "author", "Ada");

	@Override
	public String play(Stage stage, Narrator narrator) {
		narrator.act("A document goes all the way");
		try (PresenceClient client = PresenceClient.connect(stage.webSocket())) {
			narrator.tell("presence", Tone.QUIET, "WebSocket open at " + stage.webSocket());
			long start = System.nanoTime();
			String id = create(stage.documents(), narrator);
			JsonNode heard = client.awaitMessage(id, LIMIT);
			String heardAfter = since(start);
			narrator.tell("presence", Tone.GOOD, "WebSocket says %s by %s, %s after the POST"
				.formatted(heard.path("type").asString(), heard.path("editor").asString(), heardAfter));
			find(stage.search(), id);
			String foundAfter = since(start);
			narrator.tell("search", Tone.GOOD,
					"GET /search?q=%s finds it, %s after the POST".formatted(WORD, foundAfter));
			return "a document heard of on the WebSocket after %s, found by search after %s".formatted(heardAfter,
					foundAfter);
		}
	}

	private static String create(SampleService documents, Narrator narrator) {
		Http.Answer answer = Http.post(documents.uri("/documents"), TEXT);
		if (answer.status() != 201) {
			throw new DemonstrationException(
					"POST /documents answered %d: %s".formatted(answer.status(), answer.body()));
		}
		narrator.tell("documents", "POST /documents answers 201: " + TEXT.get("title"));
		return answer.json().path("id").asString();
	}

	private static void find(SampleService search, String id) {
		URI query = search.uri("/search?q=" + URLEncoder.encode(WORD, StandardCharsets.UTF_8));
		search.await("finding the document", (actuator) -> Http.get(query).filter((answer) -> has(answer, id)));
	}

	private static boolean has(Http.Answer answer, String id) {
		return answer.status() == 200 && answer.json()
			.path("matches")
			.valueStream()
			.anyMatch((match) -> match.path("id").asString().equals(id));
	}

	private static String since(long start) {
		return Narrator.seconds(Duration.ofNanos(System.nanoTime() - start));
	}

}
