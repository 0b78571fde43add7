package dev.groundwork.websocket;

import java.net.BindException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import dev.groundwork.diagnosis.DiagnosedException;
import dev.groundwork.diagnosis.PatientRetry;
import dev.groundwork.diagnosis.PortHolder;
import org.java_websocket.WebSocket;
import org.java_websocket.drafts.Draft;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.handshake.ServerHandshakeBuilder;
import org.java_websocket.server.WebSocketServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link JavaWebSocketBoundServer}, over real sockets.
 */
@Timeout(30)
class JavaWebSocketBoundServerTests {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	@Test
	void isNotBoundBeforeTheServerIsStartedAndThenTellsTheRealPort() throws Exception {
		QuietWebSocketServer server = new QuietWebSocketServer(0);
		try (JavaWebSocketBoundServer adapter = JavaWebSocketBoundServer.of("presence", "/", server)) {
			CompletableFuture<InetSocketAddress> bound = adapter.getBoundAddress().toCompletableFuture();
			await().during(Duration.ofMillis(500)).until(() -> !bound.isDone());
			server.start();
			assertThat(bound).succeedsWithin(PATIENCE)
				.satisfies((address) -> assertThat(address.getPort()).isPositive().isEqualTo(server.getPort()));
			await().atMost(PATIENCE).until(() -> server.getConnections().isEmpty());
		}
		finally {
			server.stop(1000);
		}
	}

	@Test
	void gateOpensOnTheAnswerOfTheServer() throws Exception {
		QuietWebSocketServer server = new QuietWebSocketServer(0);
		server.start();
		try (JavaWebSocketBoundServer adapter = JavaWebSocketBoundServer.of("presence", "/", server)) {
			new WebSocketGate(adapter).run((reason) -> {
			});
		}
		finally {
			server.stop(1000);
		}
	}

	@Test
	void portThatAnotherWebSocketServerAnswersOnIsTaken() throws Exception {
		try (TinyServer other = TinyServer.answering(101)) {
			QuietWebSocketServer server = new QuietWebSocketServer(other.address().getPort());
			server.start();
			try (JavaWebSocketBoundServer adapter = JavaWebSocketBoundServer.of("presence", "/", server)) {
				assertThat(adapter.getBoundAddress().toCompletableFuture()).failsWithin(PATIENCE)
					.withThrowableThat()
					.havingCause()
					.isInstanceOf(BindException.class)
					.withMessage("Address already in use: port %d answers, and it is not this server",
							other.address().getPort());
			}
		}
	}

	@Test
	@EnabledOnOs(OS.LINUX)
	void portThatAMuteProcessHoldsIsTakenAndTheProcessIsNamed() throws Exception {
		try (PortHolder holder = PortHolder.start()) {
			QuietWebSocketServer server = new QuietWebSocketServer(holder.port());
			server.start();
			try (JavaWebSocketBoundServer adapter = JavaWebSocketBoundServer.of("presence", "/", server)) {
				WebSocketGate gate = new WebSocketGate(adapter, PatientRetry.standard(), Map.of());
				assertThatExceptionOfType(DiagnosedException.class).isThrownBy(() -> gate.run((reason) -> {
				}))
					.satisfies((ex) -> assertThat(ex.getDiagnoses().get(0).evidence())
						.contains("port %d is held by process %d (java)".formatted(holder.port(), holder.pid()))
						.doesNotContain("password"));
			}
		}
	}

	@Test
	void serverThatRefusesTheUpgradeIsBound() throws Exception {
		WebSocketServer server = new QuietWebSocketServer(0) {

			@Override
			public ServerHandshakeBuilder onWebsocketHandshakeReceivedAsServer(WebSocket connection, Draft draft,
					ClientHandshake request) throws InvalidDataException {
				throw new InvalidDataException(CloseFrame.REFUSE, "Not without a token");
			}

		};
		server.start();
		try (JavaWebSocketBoundServer adapter = JavaWebSocketBoundServer.of("presence", null, server)) {
			new WebSocketGate(adapter).run((reason) -> {
			});
		}
		finally {
			server.stop(1000);
		}
	}

}
