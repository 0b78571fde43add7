package dev.groundwork.readiness;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.diagnosis.FailureKind;
import dev.groundwork.readiness.SocketCheck.HostAndPort;
import dev.groundwork.tls.TestCertificate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.DefaultResourceLoader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link DependencyChecks}.
 */
@Timeout(60)
class DependencyChecksTests {

	private static final Duration TIMEOUT = Duration.ofSeconds(5);

	@ParameterizedTest
	@CsvSource({ "200,", "302,", "404,TRANSIENT", "429,BLOCKED", "503,TRANSIENT" })
	void statusOfHttpDecides(int status, @Nullable FailureKind kind) throws Exception {
		List<Diagnosis> found = http(status, Set.of(), "/").check();
		assertThat(found).extracting(Diagnosis::kind).isEqualTo((kind != null) ? List.of(kind) : List.of());
	}

	@Test
	void statusOfHttpThatIsExpectedIsUpAndNoOther() throws Exception {
		assertThat(http(401, Set.of(401), "/").check()).isEmpty();
		assertThat(http(200, Set.of(401), "/").check()).hasSize(1);
	}

	@Test
	void serviceWhoseHealthIsDegradedIsDegradedBecauseOfWhatItNames() throws Exception {
		Diagnosis diagnosis = health("""
				{"status":"DEGRADED","components":{"ping":{"status":"UP"},"groundwork":{"status":"DEGRADED",
				"components":{"rabbitmq":{"status":"DEGRADED","details":{}},"db":{"status":"DEGRADED"}}}}}""").get(0);
		assertThat(diagnosis.kind()).isEqualTo(FailureKind.BLOCKED);
		assertThat(diagnosis.cause()).isEqualTo("is DEGRADED");
		assertThat(diagnosis.evidence()).isEqualTo("db, rabbitmq");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"status\":\"UP\"}", "{}", "", "[1]", "DEGRADED", "{\"status\":null,\"components\":7}" })
	void serviceWhoseHealthDoesNotSayThatItIsDegradedIsUp(String body) throws Exception {
		assertThat(health(body)).isEmpty();
	}

	@Test
	void serviceThatShowsNoComponentsIsDegradedAllTheSame() throws Exception {
		assertThat(health("{\"status\":\"DEGRADED\"}").get(0).evidence()).contains("does not show");
	}

	@Test
	void secretsInUrlAreNotShown() throws Exception {
		Diagnosis diagnosis = http(503, Set.of(), "/status?token=pl4nted").check().get(0);
		assertThat(diagnosis.toString()).doesNotContain("pl4nted").contains("/status");
	}

	@Test
	void addressThatAcceptsIsUpAndOneThatDoesNotIsDown() throws Exception {
		int port;
		try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
			port = server.getLocalPort();
			assertThat(DependencyChecks.address("db", "127.0.0.1:" + port, TIMEOUT).check()).isEmpty();
		}
		assertThatExceptionOfType(IOException.class)
			.isThrownBy(() -> DependencyChecks.address("db", "127.0.0.1:" + port, TIMEOUT).check());
	}

	@ParameterizedTest
	@ValueSource(strings = { "db", ":5432", "db:", "db:x", "db:70000" })
	void addressThatIsNoneIsRefused(String address) {
		assertThatIllegalArgumentException().isThrownBy(() -> HostAndPort.parse(address));
	}

	@Test
	void addressOfVersionSixIsUnderstood() {
		assertThat(HostAndPort.parse("[::1]:5432")).isEqualTo(new HostAndPort("::1", 5432));
	}

	@Test
	void hostThatResolvesIsUpAndOneThatDoesNotIsDown() throws Exception {
		assertThat(DependencyChecks.host("dns", "localhost").check()).isEmpty();
		assertThatExceptionOfType(UnknownHostException.class)
			.isThrownBy(() -> DependencyChecks.host("dns", "nowhere.invalid").check());
	}

	@Test
	void certificateOfServerIsReadAndIsDegradedBeforeItExpires() throws Exception {
		TestCertificate certificate = TestCertificate.of("ip:127.0.0.1");
		assertThat(serving(certificate, Duration.ofHours(1))).isEmpty();
		assertThat(serving(certificate, Duration.ofDays(14))).singleElement()
			.satisfies((diagnosis) -> assertThat(diagnosis.kind()).isEqualTo(FailureKind.BLOCKED));
	}

	@Test
	void certificateThatHasExpiredIsDown() throws Exception {
		assertThat(serving(TestCertificate.expired("ip:127.0.0.1"), Duration.ofHours(1))).singleElement()
			.satisfies((diagnosis) -> assertThat(diagnosis.kind()).isEqualTo(FailureKind.PERMANENT));
	}

	@Test
	void certificateInFileIsRead(@TempDir Path folder) throws Exception {
		Path file = folder.resolve("server.pem");
		Files.writeString(file,
				"-----BEGIN CERTIFICATE-----\n"
						+ Base64.getMimeEncoder().encodeToString(TestCertificate.of("dns:localhost").certificate())
						+ "\n-----END CERTIFICATE-----\n");
		DefaultResourceLoader resources = new DefaultResourceLoader();
		assertThat(DependencyChecks.certificate("tls", "file:" + file, Duration.ofHours(1), TIMEOUT, resources).check())
			.isEmpty();
		assertThat(DependencyChecks.certificate("tls", "file:" + file, Duration.ofDays(14), TIMEOUT, resources).check())
			.hasSize(1);
	}

	@Test
	void certificateThatIsNotValidYetIsDown() throws Exception {
		CertificateSource source = new CertificateSource.Pem(new ByteArrayResource(("-----BEGIN CERTIFICATE-----\n"
				+ Base64.getMimeEncoder().encodeToString(TestCertificate.of("dns:localhost").certificate())
				+ "\n-----END CERTIFICATE-----\n")
			.getBytes(StandardCharsets.US_ASCII)));
		Clock past = Clock.fixed(Instant.parse("2000-01-01T00:00:00Z"), ZoneOffset.UTC);
		assertThat(new CertificateCheck("tls", source, Duration.ZERO, past).check()).singleElement()
			.satisfies((diagnosis) -> assertThat(diagnosis.cause()).startsWith("is not valid before"));
	}

	@Test
	void ownWebServerThatAcceptsAndDoesNotAnswerIsDownInTime() throws Exception {
		try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
			InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getLocalPort());
			DependencyCheck check = DependencyChecks.webServer("web-server", () -> address, false, "OPTIONS *",
					Duration.ofMillis(200));
			assertThat(check.check()).singleElement()
				.satisfies((diagnosis) -> assertThat(diagnosis.summary())
					.isEqualTo("own web server at port %d: no answer in time".formatted(server.getLocalPort())));
		}
	}

	@Test
	void ownWebServerWithTlsIsAskedOverTls() throws Exception {
		TestCertificate certificate = TestCertificate.of("dns:elsewhere");
		try (SSLServerSocket server = (SSLServerSocket) certificate.serverContext()
			.getServerSocketFactory()
			.createServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
			CompletableFuture<Void> answered = CompletableFuture.runAsync(() -> {
				try (Socket socket = server.accept()) {
					socket.getInputStream().read();
					socket.getOutputStream().write("HTTP/1.1 404 \r\n\r\n".getBytes(StandardCharsets.US_ASCII));
				}
				catch (IOException ex) {
					throw new IllegalStateException(ex);
				}
			});
			InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getLocalPort());
			assertThat(DependencyChecks.webServer("web-server", () -> address, true, "OPTIONS *", TIMEOUT).check())
				.isEmpty();
			answered.join();
		}
	}

	@Test
	void ownWebServerThatIsNotBoundIsDown() throws Exception {
		assertThat(DependencyChecks.webServer("web-server", () -> null, false, "OPTIONS *", TIMEOUT).check())
			.hasSize(1);
	}

	private static List<Diagnosis> serving(TestCertificate certificate, Duration expiresWithin) throws Exception {
		try (SSLServerSocket server = (SSLServerSocket) certificate.serverContext()
			.getServerSocketFactory()
			.createServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
			CompletableFuture<Void> served = CompletableFuture.runAsync(() -> {
				try (SSLSocket socket = (SSLSocket) server.accept()) {
					socket.startHandshake();
				}
				catch (IOException ex) {
					throw new IllegalStateException(ex);
				}
			});
			List<Diagnosis> found = DependencyChecks
				.certificate("tls", "127.0.0.1:" + server.getLocalPort(), expiresWithin, TIMEOUT,
						new DefaultResourceLoader())
				.check();
			served.join();
			return found;
		}
	}

	private static List<Diagnosis> health(String body) throws Exception {
		return http(Set.of(), "/actuator/health/readiness", (exchange) -> {
			byte[] content = body.getBytes(StandardCharsets.UTF_8);
			exchange.getResponseHeaders().set("Content-Type", "application/vnd.spring-boot.actuator.v3+json");
			exchange.sendResponseHeaders(200, (content.length > 0) ? content.length : -1);
			exchange.getResponseBody().write(content);
			exchange.close();
		}).check();
	}

	private static DependencyCheck http(int status, Set<Integer> expected, String path) throws IOException {
		return http(expected, path, (exchange) -> {
			exchange.sendResponseHeaders(status, -1);
			exchange.close();
		});
	}

	private static DependencyCheck http(Set<Integer> expected, String path, HttpHandler handler) throws IOException {
		HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
		server.createContext("/", handler);
		server.start();
		DependencyCheck check = DependencyChecks.http("api",
				URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path), expected, TIMEOUT);
		return new DependencyCheck() {

			@Override
			public String getName() {
				return check.getName();
			}

			@Override
			public List<Diagnosis> check() throws Exception {
				try {
					return check.check();
				}
				finally {
					server.stop(0);
				}
			}

		};
	}

}
