package dev.groundwork.sample.presence;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletionException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link PresenceServer}, over real sockets.
 */
class PresenceServerTests {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final PresenceServer server = serverOn(0);

	@AfterEach
	void close() throws InterruptedException {
		this.server.close();
	}

	@Test
	void tellsItsRealPortWhenItIsBound() {
		this.server.start();
		assertThat(this.server.getBoundAddress().toCompletableFuture()).succeedsWithin(PATIENCE)
			.extracting(InetSocketAddress::getPort)
			.isNotEqualTo(0);
	}

	@Test
	void tellsWhenThePortIsTaken() throws Exception {
		try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			PresenceServer late = serverOn(other.getLocalPort());
			late.start();
			assertThat(late.getBoundAddress().toCompletableFuture()).failsWithin(PATIENCE)
				.withThrowableThat()
				.withMessageContaining("Address already in use");
		}
	}

	@Test
	void everyClientIsToldOfADocumentEvent() {
		ReceivedMessages ann = new ReceivedMessages();
		ReceivedMessages bob = new ReceivedMessages();
		connect("/ws", ann);
		connect("/ws?token=1", bob);
		this.server
			.tell(new PresenceUpdate("document.created", "d1", "Plan", "ann", Instant.parse("2026-11-22T12:00:00Z")));
		String expected = """
				{"type":"document.created","documentId":"d1","title":"Plan","editor":"ann","at":"2026-11-22T12:00:00Z"}""";
		assertThat(ann.first()).succeedsWithin(PATIENCE).isEqualTo(expected);
		assertThat(bob.first()).succeedsWithin(PATIENCE).isEqualTo(expected);
	}

	@Test
	void everyClientIsToldWhatAnotherBeginsToEdit() {
		ReceivedMessages bob = new ReceivedMessages();
		WebSocket ann = connect("/ws", new ReceivedMessages());
		connect("/ws", bob);
		ann.sendText("{\"editing\": \"d1\", \"user\": \"ann\"}", true).join();
		assertThat(bob.first()).succeedsWithin(PATIENCE)
			.asString()
			.startsWith("{\"type\":\"document.editing\",\"documentId\":\"d1\",\"editor\":\"ann\",\"at\":\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "not json", "{}", "null", "[]", "{\"editing\": \"d1\", \"user\": \" \"}" })
	void clientThatSendsSomethingElseIsClosed(String text) {
		ReceivedMessages ann = new ReceivedMessages();
		connect("/ws", ann).sendText(text, true).join();
		assertThat(ann.closed()).succeedsWithin(PATIENCE).isEqualTo(1008);
	}

	@Test
	void clientThatSendsTooMuchIsClosed() {
		ReceivedMessages ann = new ReceivedMessages();
		connect("/ws", ann).sendText("x".repeat(5000), true).join();
		assertThat(ann.closed()).succeedsWithin(PATIENCE).isEqualTo(1009);
	}

	@Test
	void clientsAreToldThatTheServerGoesAway() throws InterruptedException {
		ReceivedMessages ann = new ReceivedMessages();
		connect("/ws", ann);
		this.server.close();
		assertThat(ann.closed()).succeedsWithin(PATIENCE).isEqualTo(1001);
	}

	@Test
	void upgradeOnAnotherPathIsAnsweredWithNotFound() {
		assertThatExceptionOfType(CompletionException.class)
			.isThrownBy(() -> connect("/elsewhere", new ReceivedMessages()))
			.havingCause()
			.isInstanceOfSatisfying(WebSocketHandshakeException.class,
					(ex) -> assertThat(ex.getResponse().statusCode()).isEqualTo(404));
	}

	private WebSocket connect(String path, ReceivedMessages received) {
		if (!this.server.getBoundAddress().toCompletableFuture().isDone()) {
			this.server.start();
		}
		int port = this.server.getBoundAddress().toCompletableFuture().join().getPort();
		int before = this.server.getConnections().size();
		WebSocket client = HttpClient.newHttpClient()
			.newWebSocketBuilder()
			.connectTimeout(PATIENCE)
			.buildAsync(URI.create("ws://localhost:" + port + path), received)
			.join();
		await().atMost(PATIENCE).until(() -> this.server.getConnections().size() > before);
		return client;
	}

	private static PresenceServer serverOn(int port) {
		return new PresenceServer(new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
				JsonMapper.builder().build());
	}

}
