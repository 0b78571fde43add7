package dev.groundwork.compatibility;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import dev.groundwork.compatibility.backend.BackendApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The configurations of two outages, each refused by one report with everything in it.
 */
class IncidentsIT {

	private static final String TOKEN = "9fK2mQ7xVb4Ns8Wd1Tz6Rg3Yh5Jc0LpAeUiO";

	private static final int BROKEN_CONTRACT = 78;

	@Test
	void missingSecretAndSecretUnderAnotherNameAreOneReport(@TempDir Path folder) throws Exception {
		String log = refused(folder, """
				spring.application.name: backend
				app:
				  secret-key: ${SECRET_KEY}
				  jwt.secret: ${JWT_SECRET}
				groundwork.contract.secrets:
				  - { property: app.secret-key, environment: SECRET_KEY, min-bytes: 32 }
				  - { property: app.jwt.secret, environment: JWT_SECRET, min-bytes: 32 }
				""", Map.of("JWT_SECRET_KEY", TOKEN), ClassPath.TOMCAT);
		assertThat(log).contains("app.secret-key", "[unresolved-placeholder]", "export SECRET_KEY=")
			.contains("'JWT_SECRET_KEY' is set and nothing reads it: did you mean 'JWT_SECRET'")
			.contains("[near-miss-name]");
	}

	@Test
	void twoDifferentSecretsUnderTwoNamesAreRefused(@TempDir Path folder) throws Exception {
		String log = refused(folder, """
				spring.application.name: backend
				app.jwt.secret: ${JWT_SECRET:${JWT_SECRET_KEY}}
				groundwork.contract.secrets:
				  - { property: app.jwt.secret, environment: JWT_SECRET, aliases: JWT_SECRET_KEY, min-bytes: 32 }
				""", Map.of("JWT_SECRET", TOKEN, "JWT_SECRET_KEY", TOKEN + "2"), ClassPath.TOMCAT);
		assertThat(log).contains("[conflicting-names]");
	}

	@Test
	void secretThatIsMadeUpWhereItIsMissingIsRefused(@TempDir Path folder) throws Exception {
		String log = refused(folder, """
				spring.application.name: backend
				app.secret-key: ${SECRET_KEY:${random.uuid}}
				groundwork.contract.secrets:
				  - { property: app.secret-key, environment: SECRET_KEY, min-bytes: 32 }
				""", Map.of(), ClassPath.TOMCAT);
		assertThat(log).contains("[generated-secret]", "no two replicas agree on it");
	}

	@Test
	void hotReloadStaleBuildAndHardCodedAddressAreOneReport(@TempDir Path folder) throws Exception {
		String log = refused(folder, """
				spring.application.name: backend
				spring.main.cloud-platform: kubernetes
				ollama.url: http://172.20.0.8:11434
				groundwork.contract:
				  expected-commit: 1a2b3c4d5e6f
				  rules: { private-address: error }
				""", Map.of(), ClassPath.DEVTOOLS);
		assertThat(log).contains("[private-address]", "ollama.url", "[hot-reload]", "[stale-build]");
	}

	@Test
	void allPropertiesThatCannotBeBoundAreOneReportAlsoWithoutAValidator(@TempDir Path folder) throws Exception {
		String log = refused(folder, """
				spring.application.name: backend
				server.shutdown: gracefully
				spring.rabbitmq.port: the usual one
				groundwork.startup.deadlin: 1m
				""", Map.of(), ClassPath.TOMCAT);
		assertThat(log).contains("server.shutdown", "spring.rabbitmq.port", "groundwork.startup.deadlin")
			.contains("3 errors")
			.doesNotContain("gracefully", "the usual one");
	}

	private static String refused(Path folder, String configuration, Map<String, String> environment,
			ClassPath classPath) throws IOException, InterruptedException {
		Path file = Files.writeString(folder.resolve("application.yml"), configuration);
		List<String> arguments = List.of("-cp", classPath.toString(), BackendApplication.class.getName(),
				"--spring.config.location=file:" + file, "--server.port=0");
		try (Jvm jvm = Jvm.start(Jvm.home(), "backend", environment, arguments)) {
			assertThat(jvm.process().waitFor(Jvm.LONGEST_RUN.toSeconds(), TimeUnit.SECONDS)).as(jvm::log).isTrue();
			assertThat(jvm.process().exitValue()).as(jvm::log).isEqualTo(BROKEN_CONTRACT);
			assertThat(jvm.log()).doesNotContain(TOKEN, "Tomcat started");
			return jvm.log();
		}
	}

}
