package dev.groundwork.websocket;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import dev.groundwork.diagnosis.DiagnosedException;
import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.diagnosis.FailureKind;
import dev.groundwork.diagnosis.PatientRetry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link WebSocketGate}.
 */
@Timeout(20)
class WebSocketGateTests {

	private static final PatientRetry RETRY = new PatientRetry(Duration.ofMillis(1), Duration.ofMillis(1),
			Duration.ofMillis(1));

	private final List<String> reasons = Collections.synchronizedList(new ArrayList<>());

	@Test
	void gateIsNamedAfterItsServer() {
		assertThat(new WebSocketGate(TestServer.binding(new CompletableFuture<>())).getName())
			.isEqualTo("websocket-presence");
	}

	@Test
	void gateOpensWhenServerUpgrades() throws Exception {
		try (TinyServer server = TinyServer.answering(101)) {
			run(TestServer.at(server.address()));
		}
		assertThat(this.reasons).isEmpty();
	}

	@Test
	void gateOpensLaterAndSaysWhatItIsWaitingFor() throws Exception {
		try (TinyServer server = TinyServer.answering(404, 503, 101)) {
			run(TestServer.at(server.address()));
			String upgrade = "WebSocket upgrade at ws://127.0.0.1:" + server.address().getPort() + "/ws: ";
			assertThat(this.reasons).containsExactly(upgrade + "answered with 404 instead of 101",
					upgrade + "answered with 503 instead of 101");
		}
	}

	@Test
	void gateOpensWhenServerIsBoundLate() throws Exception {
		CompletableFuture<InetSocketAddress> bound = new CompletableFuture<>();
		CompletableFuture<Throwable> ended = runOnThread(TestServer.binding(bound));
		await().until(() -> this.reasons.contains("bind of WebSocket server 'presence'"));
		assertThat(ended).isNotDone();
		try (TinyServer server = TinyServer.answering(101)) {
			bound.complete(server.address());
			assertThat(ended.get(5, TimeUnit.SECONDS)).isNull();
		}
	}

	@Test
	void serverIsAskedForItsAddressOnce() throws Exception {
		AtomicInteger asked = new AtomicInteger();
		CompletableFuture<InetSocketAddress> bound = new CompletableFuture<>();
		CompletableFuture<Throwable> ended = runOnThread(new BoundServer() {

			@Override
			public String getName() {
				return "presence";
			}

			@Override
			public CompletionStage<InetSocketAddress> getBoundAddress() {
				asked.incrementAndGet();
				return bound;
			}

		});
		await().until(() -> !this.reasons.isEmpty());
		try (TinyServer server = TinyServer.answering(101)) {
			bound.complete(server.address());
			assertThat(ended.get(5, TimeUnit.SECONDS)).isNull();
			assertThat(server.requests()).containsExactly("GET / HTTP/1.1");
		}
		assertThat(asked).hasValue(1);
	}

	@Test
	void portThatIsTakenIsPermanentAndNamesServer() throws IOException {
		CompletableFuture<InetSocketAddress> bound = new CompletableFuture<>();
		try (TinyServer holder = TinyServer.answering(101)) {
			bound.completeExceptionally(catchThrowableOfType(BindException.class,
					() -> new ServerSocket(holder.address().getPort(), 1, InetAddress.getLoopbackAddress()).close()));
		}
		assertThatExceptionOfType(DiagnosedException.class).isThrownBy(() -> run(TestServer.binding(bound)))
			.withMessage("WebSocket server 'presence': could not be bound")
			.withCauseInstanceOf(BindException.class)
			.satisfies((ex) -> {
				Diagnosis diagnosis = ex.getDiagnoses().get(0);
				assertThat(diagnosis.kind()).isEqualTo(FailureKind.PERMANENT);
				assertThat(diagnosis.evidence()).contains("in use");
				assertThat(diagnosis.remedy()).contains("ss -ltnp");
			});
	}

	@Test
	void bindThatWasCancelledIsPermanentAndNamesServer() {
		CompletableFuture<InetSocketAddress> bound = new CompletableFuture<>();
		bound.cancel(false);
		assertThatExceptionOfType(DiagnosedException.class).isThrownBy(() -> run(TestServer.binding(bound)))
			.withMessage("WebSocket server 'presence': could not be bound");
	}

	@Test
	void interruptEndsTheWaitForTheBind() throws Exception {
		CompletableFuture<Throwable> ended = new CompletableFuture<>();
		Thread thread = new Thread(
				() -> ended.complete(catchThrowable(() -> run(TestServer.binding(new CompletableFuture<>())))));
		thread.start();
		await().until(() -> thread.getState() == Thread.State.TIMED_WAITING);
		thread.interrupt();
		assertThat(ended.get(5, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
	}

	private void run(BoundServer server) throws Exception {
		new WebSocketGate(server, RETRY, Map.of()).run(this.reasons::add);
	}

	private CompletableFuture<Throwable> runOnThread(BoundServer server) {
		CompletableFuture<Throwable> ended = new CompletableFuture<>();
		Thread thread = new Thread(() -> ended.complete(catchThrowable(() -> run(server))));
		thread.setDaemon(true);
		thread.start();
		return ended;
	}

}
