package dev.groundwork.sample.gateway;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import javax.crypto.spec.SecretKeySpec;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link GatewayApplication}, over real sockets.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "groundwork.contract.production=false")
class GatewayApplicationTests {

	private static final String SECRET = "only-for-this-test-0123456789abcdef";

	private static final BackEnd there = new BackEnd();

	private static final BackEnd away = new BackEnd();

	/** Accepts connections, and never answers. */
	private static final ServerSocket hung = hung();

	@LocalServerPort
	private int port;

	@SuppressWarnings("NullAway.Init")
	private WebTestClient client;

	@DynamicPropertySource
	static void properties(DynamicPropertyRegistry registry) {
		there.start();
		registry.add("app.jwt.secret", () -> SECRET);
		registry.add("spring.cloud.gateway.server.webflux.httpclient.response-timeout", () -> "700ms");
		registry.add("app.services.documents", there::uri);
		registry.add("app.services.auth", there::uri);
		registry.add("app.services.search", away::uri);
		registry.add("app.services.presence", away::uri);
		registry.add("app.services.presence-socket", () -> away.uri().replace("http", "ws"));
		registry.add("app.services.notifications", () -> "http://127.0.0.1:" + hung.getLocalPort());
	}

	private static ServerSocket hung() {
		try {
			return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@AfterAll
	static void close() throws IOException {
		there.close();
		away.close();
		hung.close();
	}

	@BeforeEach
	void connect() {
		this.client = WebTestClient.bindToServer()
			.baseUrl("http://localhost:" + this.port)
			.responseTimeout(Duration.ofSeconds(20))
			.build();
	}

	@Test
	void requestOfSomebodyKnownIsPassedOn() {
		api("/api/documents/1?x=y", token("cloudmatrix-auth", "cloudmatrix")).expectStatus()
			.isOk()
			.expectBody(String.class)
			.isEqualTo("GET /documents/1?x=y");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/documents", "/api/search?q=x", "/api/notifications", "/api/elsewhere", "/ws",
			"/api/documents?access_token=" })
	void withoutTokenNothingIsPassedOn(String path) {
		this.client.get().uri(path).exchange().expectStatus().isUnauthorized();
	}

	@Test
	void tokenInTheQueryIsForTheSocketOnly() {
		String token = token("cloudmatrix-auth", "cloudmatrix");
		this.client.get().uri("/api/documents?access_token=" + token).exchange().expectStatus().isUnauthorized();
		this.client.get()
			.uri("/ws?access_token=" + token)
			.exchange()
			.expectStatus()
			.value((status) -> assertThat(status).isNotEqualTo(401));
	}

	@ParameterizedTest
	@CsvSource({ "another, cloudmatrix", "cloudmatrix-auth, another" })
	void tokenOfOrForSomebodyElseIsRefused(String issuer, String audience) {
		api("/api/documents", token(issuer, audience)).expectStatus().isUnauthorized();
	}

	@Test
	void signingInNeedsNoToken() {
		this.client.post()
			.uri("/auth/tokens")
			.bodyValue("{}")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody(String.class)
			.isEqualTo("POST /auth/tokens");
	}

	@ParameterizedTest
	@CsvSource({ "search, /api/search?q=x", "notifications, /api/notifications" })
	void serviceThatIsAwayOrHangsIsNamedAtOnce(String service, String path) {
		Instant start = Instant.now();
		api(path, token("cloudmatrix-auth", "cloudmatrix")).expectStatus()
			.isEqualTo(HttpStatus.SERVICE_UNAVAILABLE)
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.expectHeader()
			.valueEquals(HttpHeaders.RETRY_AFTER, "2")
			.expectBody()
			.jsonPath("$.service")
			.isEqualTo(service)
			.jsonPath("$.detail")
			.isEqualTo("'" + service + "' does not answer. Try again later.");
		assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(5));
	}

	@Test
	void statusOfEveryServiceIsKnownWithoutAskingIt() {
		await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
			assertThat(status("documents")).isEqualTo("UP");
			assertThat(status("notifications")).isEqualTo("DOWN");
			assertThat(status("presence")).isEqualTo("DOWN");
		});
		this.client.get()
			.uri("/status")
			.exchange()
			.expectBody()
			.jsonPath("$.length()")
			.isEqualTo(5)
			.jsonPath("$[0].reason")
			.doesNotExist();
	}

	@Test
	void serviceThatComesBackIsNoticed() {
		await().atMost(Duration.ofSeconds(20)).until(() -> status("search").equals("DOWN"));
		away.start();
		await().atMost(Duration.ofSeconds(20)).until(() -> status("search").equals("UP"));
		api("/api/search?q=x", token("cloudmatrix-auth", "cloudmatrix")).expectStatus().isOk();
		away.stop();
		await().atMost(Duration.ofSeconds(20)).until(() -> status("search").equals("DOWN"));
	}

	@Test
	void gatewayIsReadyWhateverIsAway() {
		await().atMost(Duration.ofSeconds(20)).until(() -> status("search").equals("DOWN"));
		this.client.get().uri("/actuator/health/readiness").exchange().expectStatus().isOk();
	}

	@Test
	void pageMayLoadNothingFromElsewhere() {
		this.client.get()
			.uri("/")
			.accept(MediaType.TEXT_HTML)
			.exchange()
			.expectStatus()
			.isOk()
			.expectHeader()
			.value("Content-Security-Policy",
					(policy) -> assertThat(policy).startsWith("default-src 'none'")
						.doesNotContain("unsafe", "http", "*"))
			.expectBody(String.class)
			.value((page) -> assertThat(page).contains("<title>CloudMatrix").doesNotContain("style=", "onclick="));
	}

	private String status(String service) {
		byte[] body = this.client.get()
			.uri("/status")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.returnResult()
			.getResponseBody();
		String json = (body != null) ? new String(body, StandardCharsets.UTF_8) : "[]";
		return json.replaceFirst("(?s).*\"name\":\"" + service + "\",\"status\":\"(\\w+)\".*", "$1");
	}

	private WebTestClient.ResponseSpec api(String path, String token) {
		return this.client.get().uri(path).header(HttpHeaders.AUTHORIZATION, "Bearer " + token).exchange();
	}

	private static String token(String issuer, String audience) {
		JwtClaimsSet claims = JwtClaimsSet.builder()
			.issuer(issuer)
			.audience(List.of(audience))
			.subject("ann")
			.expiresAt(Instant.now().plusSeconds(60))
			.build();
		return NimbusJwtEncoder.withSecretKey(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"))
			.algorithm(MacAlgorithm.HS256)
			.build()
			.encode(JwtEncoderParameters.from(JwsHeader.with(MacAlgorithm.HS256).build(), claims))
			.getTokenValue();
	}

}
