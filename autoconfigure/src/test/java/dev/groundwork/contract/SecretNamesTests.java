package dev.groundwork.contract;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SecretNames}.
 */
class SecretNamesTests {

	@ParameterizedTest
	@ValueSource(strings = { "DB_PASSWORD", "app.api-key", "APIKEY", "apiToken", "APP_SIGNINGKEY", "JWT",
			"app.secrets.a", "MYPASSWD", "spring.ssl.bundle.pem.server.keystore.private-key", "credentials" })
	void nameOfSecretIsTold(String name) {
		assertThat(SecretNames.include(name)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "HOST", "app.routing-key", "ROUTING_KEY", "app.routingKey", "ROUTINGKEY", "key",
			"app.compass", "app.bypass-cache", "keys.count" })
	void otherNameIsNot(String name) {
		assertThat(SecretNames.include(name)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "amqp://me:x@host", "jdbc:x?user=a&password=b", "Token = x" })
	void credentialsInValueAreTold(String value) {
		assertThat(SecretNames.areIn(value)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://localhost:9200", "classpath:a", "me@example.com", "" })
	void valueWithoutCredentialsMayBeShown(String value) {
		assertThat(SecretNames.areIn(value)).isFalse();
	}

}
