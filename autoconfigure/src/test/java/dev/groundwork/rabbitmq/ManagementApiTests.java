package dev.groundwork.rabbitmq;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.groundwork.rabbitmq.ManagementAccess.Credentials;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for {@link ManagementApi} against a server that answers in every wrong way.
 */
@Timeout(20)
class ManagementApiTests {

	private final ExecutorService executor = Executors.newCachedThreadPool();

	private final CountDownLatch end = new CountDownLatch(1);

	private final List<String> requests = new CopyOnWriteArrayList<>();

	private HttpServer server;

	@BeforeEach
	void start() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.setExecutor(this.executor);
		this.server.start();
	}

	@AfterEach
	void stop() {
		this.end.countDown();
		this.server.stop(0);
		this.executor.shutdownNow();
	}

	@Test
	void readsThreeListsOfOneVirtualHost() throws Exception {
		handle((exchange) -> answer(exchange, 200, "[]"));
		assertThat(api().read()).isEqualTo(BrokerContents.of(List.of(), List.of(), List.of()));
		assertThat(this.requests).hasSize(3)
			.allSatisfy((request) -> assertThat(request).matches("/api/\\w+/%2Fshop\\?columns=[\\w,]+"));
	}

	@Test
	void serverThatNeverAnswersIsGivenUp() {
		handle((exchange) -> awaitEnd());
		assertThat(unavailable()).contains("no answer in time").contains("read-timeout");
	}

	@Test
	void answerThatNeverEndsIsGivenUp() {
		handle((exchange) -> {
			exchange.sendResponseHeaders(200, 0);
			exchange.getResponseBody().write('[');
			exchange.getResponseBody().flush();
			awaitEnd();
		});
		assertThat(unavailable()).contains("no answer in time");
	}

	@Test
	void somethingElseThatAnswersIsTold() {
		handle((exchange) -> answer(exchange, 200, "<html>Welcome</html>"));
		assertThat(unavailable()).endsWith("something else answers; correct groundwork.rabbitmq.management.uri");
	}

	@Test
	void redirectIsNotFollowed() {
		handle((exchange) -> {
			exchange.getResponseHeaders().add("Location", "http://127.0.0.1:1/");
			answer(exchange, 302, "");
		});
		assertThat(unavailable()).contains("it answers 302");
	}

	@Test
	void missingPluginIsTold() {
		handle((exchange) -> answer(exchange, 404, "{\"error\":\"Object Not Found\",\"reason\":\"Not Found\"}"));
		assertThat(unavailable()).contains("it answers 404").contains("rabbitmq-plugins enable rabbitmq_management");
	}

	@Test
	void refusalTellsTheUserButNotThePassword() {
		handle((exchange) -> answer(exchange, 401, "{\"error\":\"not_authorized\",\"reason\":\"Login failed\"}"));
		assertThat(unavailable()).contains("login refused for user 'monitor'").doesNotContain("topsecret");
	}

	@Test
	void unknownHostIsTold() {
		ManagementApi api = new ManagementApi(access("http://no-such-host.invalid:15672"));
		assertThat(catchThrowableOfType(ManagementUnavailableException.class, api::read))
			.hasMessageContaining("host name cannot be resolved");
	}

	@Test
	void interruptionEndsTheWaitAndIsKept() {
		handle((exchange) -> awaitEnd());
		Thread.currentThread().interrupt();
		assertThat(unavailable()).contains("interrupted");
		assertThat(Thread.interrupted()).isTrue();
	}

	private void handle(HttpHandler handler) {
		this.server.createContext("/", (exchange) -> {
			this.requests.add(exchange.getRequestURI().toString());
			handler.handle(exchange);
		});
	}

	private static void answer(HttpExchange exchange, int status, String body) throws IOException {
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		exchange.sendResponseHeaders(status, (bytes.length > 0) ? bytes.length : -1);
		exchange.getResponseBody().write(bytes);
		exchange.close();
	}

	private void awaitEnd() {
		try {
			this.end.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private String unavailable() {
		return String.valueOf(catchThrowableOfType(ManagementUnavailableException.class, api()::read).getMessage());
	}

	private ManagementApi api() {
		return new ManagementApi(access("http://127.0.0.1:" + this.server.getAddress().getPort()));
	}

	private static ManagementAccess access(String uri) {
		return ManagementAccess.to(uri, "/shop", new Credentials("monitor", "topsecret"), new Credentials(null, null),
				Duration.ofMillis(500), Duration.ofMillis(500));
	}

}
