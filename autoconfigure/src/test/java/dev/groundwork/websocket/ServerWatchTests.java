package dev.groundwork.websocket;

import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.diagnosis.PatientRetry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link ServerWatch}.
 */
@Timeout(30)
class ServerWatchTests {

	@Test
	void isNamedAsTheGate() {
		WebSocketGate gate = gate(TestServer.binding(new CompletableFuture<>()));
		assertThat(gate.watch().getName()).isEqualTo(gate.getName()).isEqualTo("websocket-presence");
	}

	@Test
	void nothingIsWrongBeforeTheGateHasOpened() {
		assertThat(gate(TestServer.binding(new CompletableFuture<>())).watch().check()).isEmpty();
	}

	@Test
	void serverThatListensIsFineAndSeesNoSession() throws Exception {
		QuietWebSocketServer server = new QuietWebSocketServer(0);
		server.start();
		try (JavaWebSocketBoundServer adapter = JavaWebSocketBoundServer.of("presence", "/", server)) {
			WebSocketGate gate = gate(adapter);
			gate.run((reason) -> {
			});
			await().until(() -> server.getConnections().isEmpty());
			int before = server.sessions.get();
			for (int i = 0; i < 20; i++) {
				assertThat(gate.watch().check()).isEmpty();
			}
			assertThat(server.sessions).hasValue(before);
		}
		finally {
			server.stop(1000);
		}
	}

	@Test
	void serverThatHasDiedIsNamed() throws Exception {
		QuietWebSocketServer server = new QuietWebSocketServer(0);
		server.start();
		try (JavaWebSocketBoundServer adapter = JavaWebSocketBoundServer.of("presence", "/", server)) {
			WebSocketGate gate = gate(adapter);
			gate.run((reason) -> {
			});
			int port = server.getPort();
			server.stop(1000);
			await().until(() -> !gate.watch().check().isEmpty());
			Diagnosis diagnosis = gate.watch().check().get(0);
			assertThat(diagnosis.summary()).isEqualTo("WebSocket server 'presence': no longer listens on port " + port);
		}
	}

	@Test
	void serverThatTellsOfItsEndIsLostAtOnce() throws Exception {
		CompletableFuture<Void> termination = new CompletableFuture<>();
		AtomicInteger told = new AtomicInteger();
		try (TinyServer server = TinyServer.answering(101)) {
			WebSocketGate gate = gate(BoundServer.of("presence", "/ws",
					CompletableFuture.<InetSocketAddress>completedFuture(server.address()), termination));
			gate.watch().onEnd(told::incrementAndGet);
			gate.run((reason) -> {
			});
			assertThat(gate.watch().check()).isEmpty();
			termination.complete(null);
			assertThat(told).hasValue(1);
			assertThat(gate.watch().check()).extracting(Diagnosis::summary)
				.containsExactly("WebSocket server 'presence': has ended");
		}
	}

	private static WebSocketGate gate(BoundServer server) {
		return new WebSocketGate(server, PatientRetry.standard(), Map.of());
	}

}
