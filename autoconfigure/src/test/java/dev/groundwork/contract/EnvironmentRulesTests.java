package dev.groundwork.contract;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link EnvironmentRules}: all of them at once.
 */
class EnvironmentRulesTests {

	@Test
	void nothingIsFoundInThreeHundredPropertiesThatAreInOrder() {
		TestEnvironment environment = TestEnvironment.withYaml(properties(300));
		IntStream.range(0, 60).forEach((index) -> environment.variable("APP_GROUP" + index + "_URL", "https://host"));
		Deployment deployment = new Deployment(Deployments.PRODUCTION, true, List.of(), null, Duration.ofMinutes(2),
				Set.of("app"));
		ContractTerms terms = new ContractTerms(List.of(), List.of(), Map.of(), List.of("APP_"));
		assertThat(new Contract(terms).check(environment, deployment).findings()).isEmpty();
	}

	@Test
	void findingsQuoteNoValue() {
		TestEnvironment environment = TestEnvironment.withYaml("""
				spring.rabbitmq: { host: 10.1.2.3, password: guest }
				spring.elasticsearch: { uris: 'http://hush:hush@localhost:9200', connection-timeout: 0 }
				app.url: ${MISSING}hush
				spring.jpa.hibernate.ddl-auto: create
				spring.datasource.url: jdbc:postgresql://localhost/hush?password=hush
				""");
		List<Finding> findings = new Contract(List.of()).check(environment, Deployments.CONTAINER).findings();
		assertThat(findings).hasSizeGreaterThan(5)
			.allSatisfy((finding) -> assertThat(finding.toString() + finding.place()).doesNotContain("hush"));
	}

	@Test
	void rulesDoNotFailOnNamesThatCannotBeBound() {
		TestEnvironment environment = TestEnvironment.empty()
			.yaml("{ '/api/**': a, 'app[': b, '..': '${x}', 'App.Mail_Host': localhost, '': c }")
			.variable("_", "/bin/java")
			.variable("SPRING__A", "b")
			.systemProperty("spring.", "c");
		assertThat(new Contract(List.of()).check(environment, Deployments.CONTAINER).findings())
			.extracting(Finding::rule)
			.contains("loopback-address");
	}

	private static String properties(int count) {
		return IntStream.range(0, count).mapToObj((index) -> "app.group%d.%s".formatted(index / 10, switch (index % 5) {
			case 0 -> "url%d: https://host%d/".formatted(index, index);
			case 1 -> "name%d: ${NAME_%d:name}".formatted(index, index);
			case 2 -> "host%d: host.example.com:80".formatted(index);
			case 3 -> "timeout%d: 5s".formatted(index);
			default -> "list%d: [ a, b, c ]".formatted(index);
		})).collect(Collectors.joining("\n"));
	}

}
