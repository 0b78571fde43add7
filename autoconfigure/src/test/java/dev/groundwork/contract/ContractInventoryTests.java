package dev.groundwork.contract;

import java.util.List;
import java.util.Map;

import dev.groundwork.contract.EnvironmentVariable.Need;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ContractInventory}.
 */
class ContractInventoryTests {

	@Test
	void secretIsRequiredUnderItsCanonicalName() {
		assertThat(variables(TestEnvironment.empty(), Requirements.jwtSecret())).singleElement()
			.satisfies((variable) -> {
				assertThat(variable.name()).isEqualTo("JWT_SECRET");
				assertThat(variable.need()).isEqualTo(Need.REQUIRED);
				assertThat(variable.secret()).isTrue();
				assertThat(variable.minBytes()).isEqualTo(32);
				assertThat(variable.generator()).isEqualTo("openssl rand -base64 48");
				assertThat(variable.readBy()).containsExactly("app.jwt.secret");
			});
	}

	@Test
	void secretWithoutNameIsRequiredUnderTheFormOfItsProperty() {
		assertThat(variables(TestEnvironment.empty(), Requirements.property("app.my-api.key"))).singleElement()
			.extracting(EnvironmentVariable::name)
			.isEqualTo("APP_MYAPI_KEY");
	}

	@Test
	void secretWithoutNameIsRequiredUnderTheNameThatItsPropertyRefersTo() {
		TestEnvironment environment = TestEnvironment.empty().ownYaml("""
				app.api.key: ${app.base-key}
				app.base-key: ${API_KEY}
				""");
		assertThat(variables(environment, Requirements.property("app.api.key")))
			.extracting(EnvironmentVariable::name, EnvironmentVariable::need)
			.containsExactly(Tuple.tuple("API_KEY", Need.REQUIRED));
	}

	@Test
	void defaultOfRequiredSecretChangesNothingAndIsNotShown() {
		TestEnvironment environment = TestEnvironment.empty().ownYaml("app.jwt.secret: ${JWT_SECRET:pl4nted}");
		assertThat(variables(environment, Requirements.jwtSecret())).singleElement().satisfies((variable) -> {
			assertThat(variable.need()).isEqualTo(Need.REQUIRED);
			assertThat(variable.toString()).doesNotContain("pl4nted");
		});
	}

	@Test
	void aliasIsDeprecatedAlsoWhereThePropertyReadsIt() {
		TestEnvironment environment = TestEnvironment.empty()
			.ownYaml("app.jwt.secret: ${JWT_SECRET:${JWT_SECRET_KEY}}");
		assertThat(variables(environment, Requirements.jwtSecret("JWT_SECRET_KEY")))
			.satisfiesExactly((canonical) -> assertThat(canonical.need()).isEqualTo(Need.REQUIRED), (alias) -> {
				assertThat(alias.need()).isEqualTo(Need.DEPRECATED);
				assertThat(alias.insteadOf()).isEqualTo("JWT_SECRET");
				assertThat(alias.secret()).isTrue();
			});
	}

	@Test
	void conditionMakesItConditional() {
		SecretRequirement requirement = new SecretRequirement("app.mail.password", "MAIL_PASSWORD", List.of(), 0,
				Encoding.PLAIN, Condition.of("app.mail.enabled"), null);
		assertThat(variables(TestEnvironment.empty().ownYaml("app.mail.password: ${MAIL_PASSWORD}"), requirement))
			.singleElement()
			.satisfies((variable) -> {
				assertThat(variable.need()).isEqualTo(Need.CONDITIONAL);
				assertThat(variable.requiredWhen()).hasToString("app.mail.enabled");
			});
	}

	@Test
	void requiredPropertyWithoutValueIsRequired() {
		assertThat(one(TestEnvironment.empty(), "app.region").need()).isEqualTo(Need.REQUIRED);
		assertThat(one(TestEnvironment.empty().ownYaml("app.region: ''"), "app.region").need())
			.isEqualTo(Need.REQUIRED);
		assertThat(one(TestEnvironment.empty().ownYaml("app.region: ${REGION}"), "app.region").need())
			.isEqualTo(Need.REQUIRED);
		assertThat(one(TestEnvironment.empty().ownYaml("app.region: ${REGION:}"), "app.region").need())
			.isEqualTo(Need.REQUIRED);
	}

	@Test
	void requiredPropertyWithValueOfItsOwnIsOptionalAndTheValueIsNotShown() {
		EnvironmentVariable variable = one(TestEnvironment.empty().ownYaml("app.region: pl4nted"), "app.region");
		assertThat(variable.need()).isEqualTo(Need.OPTIONAL);
		assertThat(variable.defaulted()).isTrue();
		assertThat(variable.toString()).doesNotContain("pl4nted");
	}

	@Test
	void requiredPropertyWithDefaultIsOptionalAndTheDefaultIsShown() {
		EnvironmentVariable variable = one(TestEnvironment.empty().ownYaml("app.region: ${REGION:eu}"), "app.region");
		assertThat(variable.name()).isEqualTo("REGION");
		assertThat(variable.need()).isEqualTo(Need.OPTIONAL);
		assertThat(variable.defaultValue()).isEqualTo("eu");
	}

	@Test
	void requiredListIsFoundInTheFiles() {
		assertThat(one(TestEnvironment.empty().ownYaml("app.uris: [ a, b ]"), "app.uris").need())
			.isEqualTo(Need.OPTIONAL);
	}

	@Test
	void everyPlaceholderOfTheOwnFilesIsListed() {
		TestEnvironment environment = TestEnvironment.empty().ownYaml("""
				a: ${REQUIRED}
				b: x ${OPTIONAL:1} ${FIRST:${SECOND:2}}
				c: ${a} ${user.home} ${HOSTNAME} ${random.uuid} ${db.host-name}
				d: ${x.${COMPUTED}}
				""");
		assertThat(variables(environment)).extracting(EnvironmentVariable::name, EnvironmentVariable::need)
			.containsExactly(tuple("COMPUTED", Need.REQUIRED), tuple("DB_HOSTNAME", Need.REQUIRED),
					tuple("FIRST", Need.OPTIONAL), tuple("OPTIONAL", Need.OPTIONAL), tuple("REQUIRED", Need.REQUIRED),
					tuple("SECOND", Need.ALTERNATIVE));
	}

	@Test
	void variableThatIsRequiredOnceIsRequired() {
		TestEnvironment environment = TestEnvironment.empty().ownYaml("""
				a: ${HOST:one}
				b: ${HOST}
				c: ${OTHER:${HOST}}
				""");
		EnvironmentVariable host = variables(environment).get(0);
		assertThat(host.need()).isEqualTo(Need.REQUIRED);
		assertThat(host.defaulted()).isFalse();
		assertThat(host.readBy()).containsExactly("a", "b", "c");
	}

	@Test
	void defaultsThatCouldBeSecretsAreNotShown() {
		TestEnvironment environment = TestEnvironment.empty().ownYaml("""
				db.password: ${A:pl4nted}
				a: ${DB_PASSWORD:pl4nted}
				b: ${URI:amqp://me:pl4nted@host}
				c: ${JDBC_URL:jdbc:x?password=pl4nted}
				e: ${API_KEY:pl4nted}
				f: ${apiToken:pl4nted}
				""");
		assertThat(variables(environment)).hasSize(6)
			.allSatisfy((variable) -> assertThat(variable.defaulted()).isTrue())
			.allSatisfy((variable) -> assertThat(variable.defaultValue()).isNull());
	}

	@Test
	void nothingOfTheRunningEnvironmentChangesTheVariables() {
		String yaml = "app.jwt.secret: ${JWT_SECRET}\nhost: ${HOST:localhost}\n";
		TestEnvironment empty = TestEnvironment.empty().ownYaml(yaml);
		TestEnvironment full = TestEnvironment.empty()
			.commandLine("--host=pl4nted", "--x=${Y:pl4nted}")
			.variable("JWT_SECRET", "pl4nted")
			.variable("HOST", "pl4nted")
			.yaml("outside: ${OUTSIDE:pl4nted}\nhost: ${ELSEWHERE}")
			.ownYaml(yaml);
		assertThat(variables(full, Requirements.jwtSecret())).isEqualTo(variables(empty, Requirements.jwtSecret()));
	}

	@Test
	void settingsTellWhereTheyAreReadFrom() {
		TestEnvironment environment = TestEnvironment.empty()
			.ownYaml("app.jwt.secret: ${JWT_SECRET:pl4nted}\napp.host: ${HOST}")
			.variable("HOST", "pl4nted");
		ContractTerms terms = new ContractTerms(List.of(Requirements.jwtSecret()),
				List.of(new PropertyRequirement("app.host", null, null),
						new PropertyRequirement("app.mail.host", Condition.of("app.mail.enabled"), null)),
				Map.of(), List.of());
		ContractInventory inventory = ContractInventory.of(List.of(terms), environment);
		assertThat(inventory.settings()).satisfiesExactly(
				(secret) -> assertThat(secret.places()).singleElement().asString().startsWith("a default at "),
				(host) -> assertThat(host.places()).containsExactly("environment variable HOST"), (mail) -> {
					assertThat(mail.places()).isEmpty();
					assertThat(mail.required()).isFalse();
				});
		assertThat(inventory.toString()).doesNotContain("pl4nted");
	}

	@Test
	void entryThatMakesNoSenseIsLeftOut() {
		assertThat(variables(TestEnvironment.empty(), Requirements.property(" "))).isEmpty();
	}

	@Test
	void generatorFitsEncodingAndLength() {
		assertThat(Generators.command(Encoding.PLAIN, 0)).isEqualTo("openssl rand -base64 48");
		assertThat(Generators.command(Encoding.PLAIN, 101)).isEqualTo("openssl rand -hex 51");
		assertThat(Generators.command(Encoding.BASE64, 16)).isEqualTo("openssl rand -base64 32");
		assertThat(Generators.command(Encoding.BASE64, 64)).isEqualTo("openssl rand -base64 64 | tr -d '\\n'");
		assertThat(Generators.command(Encoding.HEX, 64)).isEqualTo("openssl rand -hex 64");
		assertThat(Generators.command(Encoding.PEM, 0)).startsWith("openssl genpkey ");
	}

	private static Tuple tuple(Object... values) {
		return Tuple.tuple(values);
	}

	private static EnvironmentVariable one(TestEnvironment environment, String property) {
		ContractTerms terms = new ContractTerms(List.of(), List.of(new PropertyRequirement(property, null, null)),
				Map.of(), List.of());
		List<EnvironmentVariable> variables = ContractInventory.of(List.of(terms), environment).variables();
		assertThat(variables).hasSize(1);
		return variables.get(0);
	}

	private static List<EnvironmentVariable> variables(TestEnvironment environment, SecretRequirement... secrets) {
		return ContractInventory.of(List.of(ContractTerms.ofSecrets(List.of(secrets))), environment).variables();
	}

}
