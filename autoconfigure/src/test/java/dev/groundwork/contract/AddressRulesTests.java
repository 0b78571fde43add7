package dev.groundwork.contract;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LoopbackAddressRule}, {@link PrivateAddressRule} and {@link Hosts}.
 */
class AddressRulesTests {

	private static final String LOOPBACK = "loopback-address";

	private static final String PRIVATE = "private-address";

	@ParameterizedTest
	@ValueSource(strings = { "spring.rabbitmq.host: localhost", "spring.rabbitmq.addresses: 'mq1:5672,localhost:5672'",
			"spring.datasource.url: jdbc:postgresql://127.0.0.1:5432/orders?user=a",
			"app.search.uri: http://user:word@[::1]:9200/", "app.search.uris[1]: http://LOCALHOST:9200",
			"app.search: https://localhost", "app.kafka.bootstrapServers: localhost:9092" })
	void loopbackAddressInContainerIsAWarning(String yaml) {
		assertThat(Deployments.find(LOOPBACK, TestEnvironment.withYaml(yaml), Deployments.CONTAINER)).singleElement()
			.satisfies((finding) -> {
				assertThat(finding.severity()).isEqualTo(Severity.WARNING);
				assertThat(finding.place()).contains("application.yml");
				assertThat(finding.remedy()).contains("=<name of the service>");
				assertThat(finding.reason() + finding.remedy()).doesNotContain("localhost", "word");
			});
	}

	@Test
	void loopbackAddressInVariableIsToldWhereItIsSet() {
		TestEnvironment environment = TestEnvironment.withYaml("app.mail.host: ${MAIL_HOST:mail}")
			.variable("MAIL_HOST", "localhost")
			.variable("SPRING_ELASTICSEARCH_URIS_0", "http://localhost:9200");
		assertThat(Deployments.find(LOOPBACK, environment, Deployments.CONTAINER)).extracting(Finding::place)
			.containsExactlyInAnyOrder("environment variable MAIL_HOST",
					"environment variable SPRING_ELASTICSEARCH_URIS_0");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			spring.rabbitmq.host: ${RABBITMQ_HOST:localhost}             | RABBITMQ_HOST
			app.search.url: http://${SEARCH_HOST:localhost}:9200         | SEARCH_HOST
			app.search.url: http://localhost:${SEARCH_PORT:9200}         | APP_SEARCH_URL
			app.search.url: http://${SEARCH_HOST:${ANY_HOST:localhost}}  | ANY_HOST
			app.mail.host: ${MAIL_HOST}                                  | MAIL_HOST
			app.mail.host: ${mail.host:localhost}                        | APP_MAIL_HOST
			""")
	void remedyNamesTheVariableThatDecidesAboutTheHost(String yaml, String variable) {
		TestEnvironment environment = TestEnvironment.withYaml(yaml).variable("MAIL_HOST", "localhost");
		assertThat(Deployments.find(LOOPBACK, environment, Deployments.CONTAINER)).singleElement()
			.satisfies((finding) -> assertThat(finding.remedy()).contains("export " + variable + "=<"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "server.address: 127.0.0.1", "management.server.address: localhost",
			"app.grpc.bind-address: localhost", "app.cors.allowed-origins: http://localhost:3000",
			"eureka.instance.hostname: localhost", "app.mail.host: localhost.example.com", "app.name: localhost",
			"spring.security.oauth2.client.registration.a.redirect-uri: http://localhost/login",
			"app.mail.host: ${MAIL_HOST}" })
	void whatIsNoTargetIsNotTold(String yaml) {
		assertThat(Deployments.find(LOOPBACK, TestEnvironment.withYaml(yaml), Deployments.CONTAINER)).isEmpty();
	}

	@Test
	void loopbackAddressIsInOrderOutsideContainersAndInDevelopment() {
		TestEnvironment environment = TestEnvironment.withYaml("spring.rabbitmq.host: localhost");
		assertThat(Deployments.find(LOOPBACK, environment, Deployments.PLAIN)).isEmpty();
		assertThat(Deployments.find(LOOPBACK, environment, Deployments.DEVELOPMENT)).isEmpty();
	}

	@Test
	void valueThatSomethingOverridesIsNotTold() {
		TestEnvironment environment = TestEnvironment.withYaml("spring.rabbitmq.host: localhost")
			.variable("SPRING_RABBITMQ_HOST", "rabbitmq")
			.variable("HTTP_PROXY", "http://localhost:3128");
		assertThat(Deployments.find(LOOPBACK, environment, Deployments.CONTAINER)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "app.ollama.url: http://172.20.0.8:11434", "spring.rabbitmq.host: 10.1.2.3",
			"spring.elasticsearch.uris: 'http://search:9200,http://192.168.1.4:9200'", "app.host: 169.254.3.4",
			"app.url: 'http://[fd12:3456:789a::1]:80/'", "app.url: 'http://[fe80::1]'" })
	void privateAddressIsAWarning(String yaml) {
		assertThat(Deployments.find(PRIVATE, TestEnvironment.withYaml(yaml), Deployments.PLAIN)).singleElement()
			.satisfies((finding) -> {
				assertThat(finding.severity()).isEqualTo(Severity.WARNING);
				assertThat(finding.remedy()).contains("=<host name>");
			});
	}

	@ParameterizedTest
	@ValueSource(strings = { "app.url: http://172.32.0.8", "app.url: http://169.254.169.254/latest",
			"app.host: 11.1.2.3", "app.host: 10.example.com", "app.version.url: 10", "server.address: 10.0.0.1",
			"app.range: 10.0.0.1" })
	void otherAddressesAreNotTold(String yaml) {
		assertThat(Deployments.find(PRIVATE, TestEnvironment.withYaml(yaml), Deployments.PLAIN)).isEmpty();
	}

	@Test
	void addressThatKubernetesSetsForEveryPodIsNotTold() {
		TestEnvironment environment = TestEnvironment.withYaml("app.host: ${NODE_IP}").variable("NODE_IP", "10.0.0.9");
		assertThat(Deployments.find(PRIVATE, environment, Deployments.PLAIN)).hasSize(1);
		environment.variable("KUBERNETES_SERVICE_HOST", "10.0.0.1");
		assertThat(Deployments.find(PRIVATE, environment, Deployments.PLAIN)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			a                                 | a
			A:80                              | a
			http://u:p@a.b:80/x?y#z           | a.b
			[::1]:80                          | ::1
			fd00::1                           | fd00::1
			amqp://a:5672/%2f                 | a
			jdbc:oracle:thin:@//db:1521/x     | db
			jdbc:sqlserver://db:1433;user=sa  | db
			[                                 |
			""")
	void hostIsFoundInValue(String value, String host) {
		assertThat(Hosts.in(value).toList()).isEqualTo((host != null) ? List.of(host) : List.of());
	}

}
