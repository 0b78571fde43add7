package dev.groundwork.contract;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that no value leaves the contract, whatever is wrong.
 */
class SecrecyTests {

	private static final String PLANTED = "pl4nted";

	static Stream<TestEnvironment> environments() {
		return Stream.of(TestEnvironment.withYaml("app.jwt.secret: pl4nted"),
				TestEnvironment.withYaml("app.jwt.secret: ${JWT_SECRET:pl4nted}"),
				TestEnvironment.withYaml("app.jwt.secret: ${JWT_SECRET:${OTHER:pl4nted}}"),
				TestEnvironment.withYaml("app.jwt.secret: pl4nted-${JWT_SECRET}"),
				TestEnvironment.withYaml("app.jwt.secret: ${${JWT_SECRET}}").variable("JWT_SECRET", "pl4nted"),
				TestEnvironment.withYaml("app.jwt.secret: ${${JWT_SECRET}:x}").variable("JWT_SECRET", "pl4nted"),
				TestEnvironment.withYaml("app.jwt.secret: ${JWT_SECRET}")
					.variable("JWT_SECRET", "pl4nted")
					.variable("JWT_KEY", "pl4nted-too"),
				TestEnvironment.withYaml("app.jwt.secret: pl4nted").variable("JWT_SECRET", "pl4nted"),
				TestEnvironment.withYaml("app.jwt.secret: pl4nted ${app.jwt.secret}"),
				TestEnvironment.empty().variable("JWT_SECRET", "pl4nted"),
				TestEnvironment.empty().variable("JWT_SECRT", "pl4nted"),
				TestEnvironment.withYaml("app.jwt.secret: ${JWT_SECRET:${JWT_KEY}}").variable("JWT_KEY", "pl4nted"),
				TestEnvironment.withYaml("app.jwt.secret: \"pl4nted \""),
				TestEnvironment.withYaml("app.jwt.secret: \"'pl4nted'\""),
				TestEnvironment.withYaml("app.jwt.secret: /run/secrets/pl4nted"),
				TestEnvironment.withYaml("app.jwt.secret: pl4ntedpl4ntedpl4ntedpl4ntedpl4nted"),
				TestEnvironment.withYaml("app.jwt.secret: your-pl4nted-secret-do-not-use"),
				TestEnvironment.empty().variable("JWT_SECRET_FILE", "/run/secrets/pl4nted"));
	}

	@ParameterizedTest
	@MethodSource("environments")
	void noFindingShowsValue(TestEnvironment environment) {
		ContractReport report = new Contract(List.of(Requirements.jwtSecret("JWT_KEY"))).check(environment);
		assertThat(report.findings()).isNotEmpty();
		assertThat(report.toString()).doesNotContain(PLANTED);
		assertThat(new ContractViolationException(report).toString()).doesNotContain(PLANTED);
		assertThat(report.findings())
			.allSatisfy((finding) -> assertThat(String.valueOf(finding.place())).doesNotContain(PLANTED));
	}

	@ParameterizedTest
	@EnumSource(names = "PLAIN", mode = EnumSource.Mode.EXCLUDE)
	void noFindingShowsValueThatCannotBeDecoded(Encoding encoding) {
		SecretRequirement requirement = new SecretRequirement("app.key", null, List.of(), 0, encoding, null, null);
		ContractReport report = new Contract(List.of(requirement)).check(TestEnvironment
			.withYaml("app.key: \"-----BEGIN PL4NTED-----\\npl4nted*pl4nted\\n-----END PL4NTED-----\""));
		assertThat(report.findings()).extracting(Finding::rule).containsExactly("undecodable-secret");
		assertThat(report.toString()).doesNotContainIgnoringCase(PLANTED);
	}

	@ParameterizedTest
	@MethodSource("environments")
	void noTypeShowsValue(TestEnvironment environment) {
		SecretRequirement requirement = Requirements.jwtSecret("JWT_KEY");
		Settings settings = new Settings(environment);
		NearMisses nearMisses = new NearMisses(settings, List.of(requirement));
		Secret secret = Secret.of(requirement, settings, nearMisses);
		Contract contract = new Contract(List.of(requirement));
		Stream<Object> types = Stream.of(settings, secret, secret.others(), requirement, nearMisses,
				contract.prepare(environment, Deployment.of(environment).production()), new Inspection(contract.terms(),
						settings, List.of(secret), nearMisses, Deployment.of(environment).production()));
		Stream<Object> optional = Stream.of(secret.bound(), secret.nearMisses().get(), secret.aliasRead())
			.filter(Objects::nonNull)
			.map(Object.class::cast);
		assertThat(Stream.of(types, optional, settings.all().stream().map(Object.class::cast))
			.flatMap((objects) -> objects))
			.allSatisfy((object) -> assertThat(object.toString()).doesNotContain(PLANTED));
	}

}
