package dev.groundwork.contract;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.env.RandomValuePropertySource;
import org.springframework.core.env.MapPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A configuration that is in order, broken in one place after the other and then in all
 * of them at once: as many findings as faults, and no false alarm.
 */
class BrokenConfigurationsTests {

	private static final String GOOD = "Zq8vN3xLw0Ty6RkB1mHc9JdU4sPeGfXa7oVi";

	/**
	 * The secrets of the service; each reads the variable of the same name.
	 */
	private static final List<String> SECRETS = List.of("alpha", "bravo", "charlie", "delta", "echo", "foxtrot", "golf",
			"hotel", "india", "juliett", "kilo", "lima", "mike", "november", "papa", "quebec", "sierra", "tango",
			"zulu");

	static Stream<Fault> faults() {
		return Stream.of(
				fault("near-miss-name", (broken) -> broken.unset("NOVEMBER").variable("NOVEMBRE", good("november"))),
				fault("unread-name", (broken) -> broken.remove("app.mike")),
				fault("missing-secret", (broken) -> broken.remove("app.zulu").unset("ZULU")),
				fault("unresolved-placeholder", (broken) -> broken.unset("QUEBEC")),
				fault("placeholder-default",
						(broken) -> broken.unset("TANGO").set("app.tango", "${TANGO:" + good("default") + "}")),
				fault("generated-secret",
						(broken) -> broken.unset("SIERRA").set("app.sierra", "${SIERRA:${random.uuid}}")),
				fault("blank-secret", (broken) -> broken.variable("PAPA", "")),
				fault("sample-secret", (broken) -> broken.variable("ALPHA", "your-256-bit-secret")),
				fault("placeholder-word", (broken) -> broken.variable("BRAVO", "changeme")),
				fault("secret-is-a-path", (broken) -> broken.variable("CHARLIE", "/run/secrets/charlie")),
				fault("quoted-secret", (broken) -> broken.variable("DELTA", "'" + good("delta") + "'")),
				fault("padded-secret", (broken) -> broken.variable("ECHO", good("echo") + "\n")),
				fault("undecodable-secret", (broken) -> broken.variable("FOXTROT", "not base64 at all, is it?")),
				fault("short-secret", (broken) -> broken.variable("GOLF", "Zq8vN3xLw0")),
				fault("weak-secret", (broken) -> broken.variable("HOTEL", "abcabcabcabcabcabcabcabcabcabcabcabc")),
				fault("conflicting-names", (broken) -> broken.variable("INDIA_OLD", good("other"))),
				fault("alias-used",
						(broken) -> broken.unset("JULIETT")
							.variable("JULIETT_OLD", good("juliett"))
							.set("app.juliett", "${JULIETT:${JULIETT_OLD}}")),
				fault("reused-secret", (broken) -> broken.variable("KILO", good("lima"))),
				fault("missing-property", (broken) -> broken.remove("app.region")),
				fault("leftover-placeholder", (broken) -> broken.set("app.greeting", "${GREETING_OF_TODAY}")),
				fault("unread-variable", (broken) -> broken.variable("ORDERS_LEFT_OVER", "17")),
				fault("stale-build", (broken) -> broken.set("groundwork.contract.expected-commit", "0123456789")),
				fault("hot-reload", (broken) -> broken.hotReload.add("Spring Boot DevTools")),
				fault("schema-generation", (broken) -> broken.set("spring.jpa.hibernate.ddl-auto", "create-drop")),
				fault("guest-credentials",
						(broken) -> broken.set("spring.rabbitmq.username", "guest")
							.set("spring.rabbitmq.password", "guest")),
				fault("plain-http-credentials",
						(broken) -> broken.set("app.hook.url", "http://me:secret@hooks.example.com/")),
				fault("loopback-address", (broken) -> broken.set("app.ledger.url", "http://localhost:8081")),
				fault("private-address", (broken) -> broken.set("app.ollama.url", "http://172.20.0.8:11434")),
				fault("unbounded-timeout", (broken) -> broken.set("spring.elasticsearch.socket-timeout", "0s")),
				fault("timeout-beyond-deadline", (broken) -> broken.set("spring.data.redis.timeout", "10m")),
				fault("circular-references", (broken) -> broken.set("spring.main.allow-circular-references", "true")),
				fault("h2-console", (broken) -> broken.set("spring.h2.console.enabled", "true")),
				fault("show-details", (broken) -> broken.set("management.endpoint.health.show-details", "always")),
				fault("debug-mode", (broken) -> broken.set("debug", "true")),
				fault("invalid-contract", (broken) -> broken.severities.put("no-such-rule", Severity.OFF)));
	}

	@ParameterizedTest
	@MethodSource("faults")
	void oneFaultIsOneFinding(Fault fault) {
		Configuration broken = new Configuration();
		fault.planted().accept(broken);
		assertThat(broken.check()).extracting(Finding::rule).containsExactly(fault.rule());
	}

	@Test
	void allFaultsAtOnceAreAsManyFindings() {
		Configuration broken = new Configuration();
		faults().forEach((fault) -> fault.planted().accept(broken));
		assertThat(faults().count()).isGreaterThanOrEqualTo(30);
		assertThat(broken.check()).extracting(Finding::rule)
			.containsExactlyInAnyOrderElementsOf(faults().map(Fault::rule).toList());
	}

	@ParameterizedTest
	@MethodSource("cleanOnes")
	void whatIsInOrderRaisesNoAlarm(Configuration configuration) {
		assertThat(configuration.check()).isEmpty();
	}

	static Stream<Configuration> cleanOnes() {
		Configuration asItIs = new Configuration();
		Configuration development = new Configuration();
		SECRETS.forEach((secret) -> development.unset(variable(secret))
			.set("app." + secret, "${" + variable(secret) + ":" + good(secret) + "}"));
		development.production = false;
		development.set("app.ledger.url", "http://localhost:8081").set("spring.rabbitmq.username", "guest");
		Configuration relaxed = new Configuration();
		SECRETS.forEach((secret) -> relaxed.remove("app." + secret)
			.unset(variable(secret))
			.variable("APP_" + variable(secret), good(secret)));
		Configuration direct = new Configuration();
		SECRETS.forEach((secret) -> direct.unset(variable(secret)).set("app." + secret, good(secret)));
		Configuration lenient = new Configuration();
		lenient.set("spring.h2.console.enabled", "true").severities.put("h2-console", Severity.OFF);
		Configuration busy = new Configuration();
		for (int i = 0; i < 300; i++) {
			busy.set("app.catalog.entry-" + i, "value " + i).variable("SOMETHING_ELSE_" + i, "http://10.0.0.1/" + i);
		}
		return Stream.of(asItIs, development, relaxed, direct, lenient, busy);
	}

	private static Fault fault(String rule, Consumer<Configuration> planted) {
		return new Fault(rule, planted);
	}

	private static String good(String secret) {
		return GOOD.substring(secret.length()) + Integer.toHexString(secret.hashCode() * 31) + GOOD.substring(9);
	}

	private static String variable(String secret) {
		return secret.toUpperCase(Locale.ROOT);
	}

	/**
	 * What is wrong in one place.
	 *
	 * @param rule the rule that finds it
	 * @param planted breaks a configuration
	 */
	record Fault(String rule, Consumer<Configuration> planted) {

		@Override
		public String toString() {
			return this.rule;
		}

	}

	/**
	 * Everything that is set, and where the application runs.
	 */
	static final class Configuration {

		private final Map<String, Object> properties = new LinkedHashMap<>();

		private final Map<String, String> variables = new TreeMap<>();

		private final List<String> hotReload = new ArrayList<>();

		private final Map<String, Severity> severities = new LinkedHashMap<>();

		private boolean production = true;

		Configuration() {
			SECRETS.forEach((secret) -> {
				set("app." + secret, "${" + BrokenConfigurationsTests.variable(secret) + "}");
				variable(BrokenConfigurationsTests.variable(secret), good(secret));
			});
			set("spring.application.name", "orders").set("app.region", "north");
			set("spring.rabbitmq.host", "rabbitmq.example.com").set("spring.rabbitmq.username", "orders");
			set("spring.rabbitmq.password", good("rabbitmq")).set("spring.rabbitmq.connection-timeout", "5s");
			set("spring.elasticsearch.uris", "https://search.example.com:9200");
			set("spring.elasticsearch.socket-timeout", "10s");
			set("spring.datasource.url", "jdbc:postgresql://db.example.com/orders");
			set("app.ollama.url", "https://ollama.example.com").set("app.ledger.url", "https://ledger.example.com");
			variable("ORDERS_REGION", "north").set("app.home", "${ORDERS_REGION}");
			variable("PATH", "/usr/bin").variable("PS1", "${debian_chroot:+x}$");
		}

		Configuration set(String name, String value) {
			this.properties.put(name, value);
			return this;
		}

		Configuration remove(String name) {
			this.properties.remove(name);
			return this;
		}

		Configuration variable(String name, String value) {
			this.variables.put(name, value);
			return this;
		}

		Configuration unset(String name) {
			this.variables.remove(name);
			return this;
		}

		List<Finding> check() {
			TestEnvironment environment = TestEnvironment.empty();
			RandomValuePropertySource.addToEnvironment(environment);
			environment.getPropertySources().addLast(new MapPropertySource("application.yml", this.properties));
			this.variables.forEach(environment::variable);
			List<SecretRequirement> secrets = SECRETS.stream().map(Configuration::requirement).toList();
			ContractTerms terms = new ContractTerms(secrets, List.of(new PropertyRequirement("app.region", null, null)),
					this.severities, List.of("ORDERS_"));
			Deployment deployment = new Deployment(new Production(this.production, "the test says so"), true,
					this.hotReload, new Deployment.Build("fedcba9876543210", "1.0"), Duration.ofMinutes(2),
					Set.of("app", "spring.rabbitmq", "spring.elasticsearch", "spring.data.redis"));
			return new Contract(terms).check(environment, deployment).findings();
		}

		private static SecretRequirement requirement(String secret) {
			String variable = BrokenConfigurationsTests.variable(secret);
			return new SecretRequirement("app." + secret, variable, List.of(variable + "_OLD"), 32,
					secret.equals("foxtrot") ? Encoding.BASE64 : Encoding.PLAIN, null, null);
		}

	}

}
