package dev.groundwork.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.env.ConfigTreePropertySource;
import org.springframework.core.env.MapPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link OptionalImportRule} and {@link EmptyConfigTreeFileRule}.
 */
class SourceRulesTests {

	private static final String OPTIONAL = "optional-import";

	private static final String EMPTY = "empty-config-tree-file";

	@TempDir
	@SuppressWarnings("NullAway.Init") // set by JUnit
	private Path tree;

	@ParameterizedTest
	@ValueSource(strings = { "optional:configtree:/run/secrets/", "optional:configtree:/etc/config/*/",
			"optional:file:./secrets.yml", "optional:configserver:http://config:8888", "optional:vault://" })
	void optionalSourceThatIsNotThereIsAnErrorWhileASecretIsMissing(String location) {
		TestEnvironment environment = TestEnvironment.withYaml("spring.config.import: '" + location + "'");
		assertThat(find(environment)).singleElement().satisfies((finding) -> {
			assertThat(finding.severity()).isEqualTo(Severity.ERROR);
			assertThat(finding.property()).isEqualTo("spring.config.import");
			assertThat(finding.place()).contains("application.yml");
			assertThat(finding.reason()).endsWith("'app.jwt.secret' is missing");
			assertThat(finding.remedy()).contains("Remove 'optional:'");
		});
	}

	@Test
	void everyOptionalImportOfAListIsTold() {
		TestEnvironment environment = TestEnvironment
			.withYaml("spring.config.import: [ 'optional:configtree:/a/', 'configtree:/b/', 'optional:file:c.yml' ]");
		assertThat(find(environment)).extracting(Finding::property)
			.containsExactly("spring.config.import[0]", "spring.config.import[2]");
	}

	@Test
	void secretThatIsReadFromAFileInsteadIsAWarning() {
		TestEnvironment environment = TestEnvironment
			.withYaml("{ spring.config.import: 'optional:configtree:/run/secrets/', app.jwt.secret: "
					+ Requirements.GOOD + " }");
		assertThat(find(environment)).extracting(Finding::severity).containsExactly(Severity.WARNING);
	}

	@Test
	void optionalSourceIsInOrderWhileItIsThereOrNobodyNeedsIt() {
		TestEnvironment environment = TestEnvironment
			.withYaml("{ spring.config.import: 'optional:configtree:/run/secrets/', app.jwt.secret: '${JWT_SECRET}' }");
		environment.variable("JWT_SECRET", Requirements.GOOD);
		assertThat(find(environment)).isEmpty();
		environment.variable("JWT_SECRET", "");
		assertThat(find(environment)).hasSize(1);
		environment.getPropertySources().addLast(new MapPropertySource("Config tree '/run/secrets'", Map.of()));
		assertThat(find(environment)).isEmpty();
		assertThat(Deployments.find(OPTIONAL, environment, Deployments.PLAIN)).isEmpty();
	}

	@Test
	void serverThatMayBePassedOverIsAnErrorWhileASecretIsMissing() {
		TestEnvironment environment = TestEnvironment.withYaml("spring.cloud.config.fail-fast: false");
		assertThat(find(environment)).singleElement().satisfies((finding) -> {
			assertThat(finding.property()).isEqualTo("spring.cloud.config.fail-fast");
			assertThat(finding.remedy()).contains("spring.cloud.config.fail-fast: true");
		});
		environment.variable("APP_JWT_SECRET", Requirements.GOOD);
		assertThat(find(environment)).isEmpty();
	}

	@Test
	void emptyFileOfConfigTreeIsAnError() throws IOException {
		assertThat(Deployments.find(EMPTY, withFile("app.mail.password", " \n"), Deployments.reading("app.mail")))
			.singleElement()
			.satisfies((finding) -> {
				assertThat(finding.severity()).isEqualTo(Severity.ERROR);
				assertThat(finding.property()).isEqualTo("app.mail.password");
				assertThat(finding.place()).contains("app.mail.password");
				assertThat(finding.remedy()).contains("--from-literal=app.mail.password=<value>");
			});
	}

	@Test
	void emptyFileThatNothingIsKnownToReadIsOnlyAWarning() throws IOException {
		assertThat(Deployments.find(EMPTY, withFile("other", ""), Deployments.reading("app.mail")))
			.extracting(Finding::severity)
			.containsExactly(Severity.WARNING);
	}

	@Test
	void fileThatHasAValueOrIsOverriddenIsNotTold() throws IOException {
		assertThat(Deployments.find(EMPTY, withFile("app.mail.password", "x"), Deployments.PLAIN)).isEmpty();
		assertThat(Deployments.find(EMPTY, withFile("app.mail.password", "").variable("APP_MAIL_PASSWORD", "x"),
				Deployments.PLAIN))
			.isEmpty();
		assertThat(Deployments.find(EMPTY, TestEnvironment.withYaml("app.mail.password: ''"), Deployments.PLAIN))
			.isEmpty();
	}

	@Test
	void emptyFileOfASecretHasItsOwnRule() throws IOException {
		TestEnvironment environment = withFile("jwt", "").yaml("app.jwt.secret: ${jwt}");
		assertThat(Deployments.find(EMPTY, environment, Deployments.PLAIN, Requirements.jwtSecret())).isEmpty();
	}

	private TestEnvironment withFile(String name, String text) throws IOException {
		Files.writeString(this.tree.resolve(name), text);
		TestEnvironment environment = TestEnvironment.empty();
		environment.getPropertySources()
			.addLast(new ConfigTreePropertySource("Config tree '" + this.tree + "'", this.tree,
					ConfigTreePropertySource.Option.ALWAYS_READ));
		return environment;
	}

	private static List<Finding> find(TestEnvironment environment) {
		return Deployments.find(OPTIONAL, environment, Deployments.PLAIN, Requirements.jwtSecret());
	}

}
