package dev.groundwork.sample.auth;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AuthApplication}, over HTTP.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class AuthApplicationTests {

	private static final String SECRET = "only-for-this-test-0123456789abcdef";

	@Autowired
	@SuppressWarnings("NullAway.Init")
	private JwtDecoder decoder;

	@Autowired
	@SuppressWarnings("NullAway.Init")
	private JwtEncoder encoder;

	@LocalServerPort
	private int port;

	@SuppressWarnings("NullAway.Init")
	private RestTestClient client;

	@DynamicPropertySource
	static void properties(DynamicPropertyRegistry registry) {
		registry.add("app.jwt.secret", () -> SECRET);
		registry.add("app.auth.users", () -> "ann:" + new BCryptPasswordEncoder(4).encode("open sesame"));
	}

	@BeforeEach
	void connect() {
		this.client = RestTestClient.bindToServer().baseUrl("http://localhost:" + this.port).build();
	}

	@Test
	void tokenSaysWhoseItIsForWhomAndForHowLong() {
		Jwt token = this.decoder.decode(signIn());
		assertThat(token.getSubject()).isEqualTo("ann");
		assertThat(token.getClaimAsString("iss")).isEqualTo("cloudmatrix-auth");
		assertThat(token.getAudience()).containsExactly("cloudmatrix");
		assertThat(token.getId()).isNotBlank();
		assertThat(token.getHeaders()).containsEntry("alg", "HS256");
		assertThat(Duration.between(token.getIssuedAt(), token.getExpiresAt())).isEqualTo(Duration.ofHours(1));
	}

	@Test
	void noTokenIsIssuedTwice() {
		assertThat(signIn()).isNotEqualTo(signIn());
	}

	@Test
	void tokenIsChecked() {
		me(signIn()).expectStatus().isOk().expectBody().jsonPath("$.name").isEqualTo("ann");
	}

	@ParameterizedTest
	@CsvSource({ "ann, wrong", "eve, open sesame" })
	void whoIsNotKnownIsRefusedInTheSameWords(String name, String password) {
		post(name, password).expectStatus()
			.isUnauthorized()
			.expectBody()
			.jsonPath("$.detail")
			.isEqualTo("The name or the password is wrong.");
	}

	@Test
	void requestWithoutPasswordIsRefused() {
		post("ann", "").expectStatus().isBadRequest();
	}

	@Test
	void tokenThatWasChangedIsRefused() {
		String token = signIn();
		int middle = token.lastIndexOf('.') + 5;
		char other = (token.charAt(middle) != 'A') ? 'A' : 'B';
		me(token.substring(0, middle) + other + token.substring(middle + 1)).expectStatus().isUnauthorized();
	}

	@Test
	void tokenForSomebodyElseIsRefused() {
		JwtProperties other = new JwtProperties(SECRET, "cloudmatrix-auth", "another", Duration.ofHours(1));
		me(new Tokens(this.encoder, other).issue("ann").token()).expectStatus().isUnauthorized();
	}

	@Test
	void tokenThatHasEndedIsRefused() {
		Instant yesterday = Instant.now().minus(Duration.ofDays(1));
		JwtClaimsSet claims = JwtClaimsSet.builder()
			.issuer("cloudmatrix-auth")
			.audience(List.of("cloudmatrix"))
			.subject("ann")
			.issuedAt(yesterday)
			.expiresAt(yesterday.plusSeconds(60))
			.build();
		JwsHeader header = JwsHeader.with(MacAlgorithm.HS256).build();
		me(this.encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue()).expectStatus()
			.isUnauthorized();
	}

	@Test
	void withoutTokenNobodyIsKnown() {
		this.client.get().uri("/auth/me").exchange().expectStatus().isUnauthorized();
	}

	@Test
	void readinessNeedsNoToken() {
		this.client.get().uri("/actuator/health/readiness").exchange().expectStatus().isOk();
	}

	private String signIn() {
		IssuedToken issued = post("ann", "open sesame").expectStatus()
			.isOk()
			.expectBody(IssuedToken.class)
			.returnResult()
			.getResponseBody();
		assertThat(issued).isNotNull();
		return issued.token();
	}

	private RestTestClient.ResponseSpec post(String name, String password) {
		return this.client.post()
			.uri("/auth/tokens")
			.contentType(MediaType.APPLICATION_JSON)
			.body(Map.of("name", name, "password", password))
			.exchange();
	}

	private RestTestClient.ResponseSpec me(String token) {
		return this.client.get().uri("/auth/me").header(HttpHeaders.AUTHORIZATION, "Bearer " + token).exchange();
	}

}
