package dev.groundwork.rabbitmq;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

import dev.groundwork.rabbitmq.ManagementAccess.Credentials;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link ManagementAccess}.
 */
class ManagementAccessTests {

	private static final Credentials NONE = new Credentials(null, null);

	private static final Credentials FALLBACK = new Credentials("application", "its-password");

	@ParameterizedTest
	@CsvSource({ "http://broker:15672, http://broker:15672/api/queues/%2F",
			"http://broker:15672/, http://broker:15672/api/queues/%2F",
			"http://broker:15672/api/, http://broker:15672/api/queues/%2F",
			"https://broker/rabbit, https://broker/rabbit/api/queues/%2F",
			"http://[::1]:15672, http://[::1]:15672/api/queues/%2F" })
	void addressMayEndInManyWays(String uri, String expected) {
		assertThat(access(uri, NONE).resource("queues", "/")).hasToString(expected);
	}

	@Test
	void segmentsAreEncoded() {
		assertThat(access("http://broker", NONE).resource("queues", "a b/ä#?+"))
			.hasToString("http://broker/api/queues/a%20b%2F%C3%A4%23%3F%2B");
	}

	@Test
	void theApplicationsCredentialsAreTheFallback() {
		assertThat(login(access("http://broker", NONE))).isEqualTo("application:its-password");
	}

	@Test
	void credentialsInTheAddressCount() {
		assertThat(login(access("http://monitor:se%40cret@broker", NONE))).isEqualTo("monitor:se@cret");
	}

	@Test
	void credentialsThatAreGivenApartCountMost() {
		assertThat(login(access("http://monitor:secret@broker", new Credentials("apart", "other"))))
			.isEqualTo("apart:other");
	}

	@Test
	void secretsAreNotShown() {
		ManagementAccess access = access("http://monitor:topsecret@broker", NONE);
		assertThat(access).hasToString("management API at http://broker");
		assertThat(access.resource("queues").toString()).doesNotContain("topsecret");
		assertThat(new Credentials("monitor", "topsecret").toString()).doesNotContain("topsecret");
	}

	@ParameterizedTest
	@ValueSource(strings = { "broker:15672", "ftp://monitor:topsecret@broker", "http://monitor:top secret@broker",
			"http://", "http:///api" })
	void whatIsNoAddressIsRefusedWithoutShowingIt(String uri) {
		assertThatIllegalArgumentException().isThrownBy(() -> access(uri, NONE))
			.withMessage("it must be an address such as http://broker.example:15672")
			.withNoCause();
	}

	private static ManagementAccess access(String uri, Credentials credentials) {
		return ManagementAccess.to(uri, "/", credentials, FALLBACK, Duration.ofSeconds(1), Duration.ofSeconds(1));
	}

	private static String login(ManagementAccess access) {
		return new String(Base64.getDecoder().decode(access.authorization().substring("Basic ".length())),
				StandardCharsets.UTF_8);
	}

}
