package dev.groundwork.contract;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link GuestCredentialsRule} and {@link PlainHttpCredentialsRule}.
 */
class CredentialRulesTests {

	private static final String GUEST = "guest-credentials";

	private static final String PLAIN_HTTP = "plain-http-credentials";

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			spring.rabbitmq: { host: mq }                                         | spring.rabbitmq.password
			spring.rabbitmq: { addresses: 'localhost,mq:5672' }                   | spring.rabbitmq.password
			spring.rabbitmq: { host: mq, username: orders, password: guest }      | spring.rabbitmq.password
			spring.rabbitmq: { host: mq, username: guest, password: else }        | spring.rabbitmq.username
			spring.rabbitmq: { host: mq, password: else }                         | spring.rabbitmq.username
			spring.rabbitmq: { addresses: 'amqp://guest:guest@mq' }               | spring.rabbitmq.addresses
			""")
	void guestOnAnotherMachineIsAWarning(String yaml, String property) {
		assertThat(Deployments.find(GUEST, TestEnvironment.withYaml(yaml), Deployments.PLAIN)).singleElement()
			.satisfies((finding) -> {
				assertThat(finding.severity()).isEqualTo(Severity.WARNING);
				assertThat(finding.property()).isEqualTo(property);
				assertThat(finding.place()).contains("application.yml");
				assertThat(finding.remedy()).contains("rabbitmqctl add_user");
				assertThat(finding.reason()).doesNotContain("else");
			});
	}

	@ParameterizedTest
	@ValueSource(strings = { "a: b", "spring.rabbitmq: { host: localhost }",
			"spring.rabbitmq: { host: mq, username: orders, password: good }",
			"spring.rabbitmq: { addresses: 'amqp://orders:good@mq' }",
			"spring.rabbitmq: { host: mq, ssl: { bundle: orders } }",
			"spring.rabbitmq: { host: mq, username: orders, password: '${MQ_PASSWORD}' }" })
	void otherCredentialsAreNotTold(String yaml) {
		assertThat(Deployments.find(GUEST, TestEnvironment.withYaml(yaml), Deployments.PLAIN)).isEmpty();
	}

	@Test
	void passwordThatTheContractListsHasItsOwnRules() {
		TestEnvironment environment = TestEnvironment.withYaml("spring.rabbitmq: { host: mq, username: orders }");
		assertThat(Deployments.find(GUEST, environment, Deployments.PLAIN,
				Requirements.property("spring.rabbitmq.password")))
			.isEmpty();
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "app.search.url: http://user:word@search:9200", "app.search.url: http://word@search:9200/path",
					"spring.elasticsearch: { uris: 'http://search:9200', password: word }",
					"spring.elasticsearch: { uris: [ 'http://search:9200' ], api-key: word }" })
	void credentialsOverPlainHttpAreAWarning(String yaml) {
		assertThat(Deployments.find(PLAIN_HTTP, TestEnvironment.withYaml(yaml), Deployments.PLAIN)).singleElement()
			.satisfies((finding) -> {
				assertThat(finding.severity()).isEqualTo(Severity.WARNING);
				assertThat(finding.place()).contains("application.yml");
				assertThat(finding.reason() + finding.remedy()).doesNotContain("word@", "search:");
			});
	}

	@ParameterizedTest
	@ValueSource(strings = { "app.search.url: https://user:word@search:9200",
			"app.search.url: http://user:word@localhost:9200", "app.search.url: http://search:9200/a@b",
			"spring.elasticsearch: { uris: 'https://search:9200', password: word }",
			"spring.elasticsearch: { uris: 'http://localhost:9200', password: word }",
			"spring.elasticsearch: { uris: 'http://search:9200' }" })
	void whatIsEncryptedOrLocalIsNotTold(String yaml) {
		assertThat(Deployments.find(PLAIN_HTTP, TestEnvironment.withYaml(yaml), Deployments.PLAIN)).isEmpty();
	}

	@Test
	void bothAreInOrderInDevelopment() {
		TestEnvironment environment = TestEnvironment
			.withYaml("{ spring.rabbitmq.host: mq, app.url: 'http://a:b@search' }");
		assertThat(Deployments.find(GUEST, environment, Deployments.DEVELOPMENT)).isEmpty();
		assertThat(Deployments.find(PLAIN_HTTP, environment, Deployments.DEVELOPMENT)).isEmpty();
	}

}
