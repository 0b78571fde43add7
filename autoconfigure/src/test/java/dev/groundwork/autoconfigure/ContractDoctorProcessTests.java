package dev.groundwork.autoconfigure;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that an application looks at its own configuration and ends its JVM as it should.
 * The application is a process of its own.
 */
class ContractDoctorProcessTests {

	private static final String GOOD = "pl4nted-q8N2vX0cB7mK4tR1yW6zL9pS3dF5gH8j";

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path directory;

	@BeforeEach
	void writeConfiguration() throws IOException {
		Files.writeString(this.directory.resolve("application.yml"), """
				spring:
				  application:
				    name: shop
				app:
				  jwt:
				    secret: ${JWT_SECRET:${OLD_SECRET:pl4nted-default}}
				  region: ${REGION:eu}
				  store: ${STORE_URI:https://me:pl4nted@store}
				  literal: pl4nted-literal
				  admin: ${ADMIN_PASSWORD:pl4nted-admin}
				groundwork:
				  contract:
				    secrets:
				      - property: app.jwt.secret
				        environment: JWT_SECRET
				        aliases: [OLD_SECRET]
				        min-bytes: 32
				    required: [app.region, app.literal]
				""");
	}

	@Test
	void brokenContractEndsTheJvmWith78AndAnEmptyLog() throws IOException, InterruptedException {
		Run run = run(Map.of());
		assertThat(run.exitCode()).isEqualTo(78);
		assertThat(run.output()).startsWith("Configuration of 'shop'.")
			.contains("at classpath:application.yml:6:13")
			.endsWith("Exit code 78.\n");
		assertThat(run.log()).isEmpty();
	}

	@Test
	void contractThatHoldsEndsTheJvmWithZeroAndAnEmptyLog() throws IOException, InterruptedException {
		Run run = run(Map.of("JWT_SECRET", GOOD));
		assertThat(run.exitCode()).isZero();
		assertThat(run.output()).contains("from environment variable JWT_SECRET")
			.endsWith("Nothing is wrong. Exit code 0.\n");
		assertThat(run.log()).isEmpty();
	}

	@Test
	void environmentExampleIsTheSameWhateverIsSet() throws IOException, InterruptedException {
		Run nothing = run(Map.of(), "--groundwork.output=env");
		Run everything = run(Map.of("JWT_SECRET", GOOD, "OLD_SECRET", "pl4nted", "REGION", "pl4nted", "APP_LITERAL",
				"pl4nted", "GROUNDWORK_OUTPUT", "env"));
		assertThat(nothing.exitCode()).isZero();
		assertThat(everything.exitCode()).isZero();
		assertThat(nothing.log()).isEmpty();
		assertThat(nothing.output()).isEqualTo("""
				# The environment variables that 'shop' reads. To renew this file:
				#   java -jar app.jar --groundwork.mode=doctor --groundwork.output=env >.env.example
				# Copy it to .env, which belongs in no repository, and fill it in.

				# ---- Required ----

				# app.jwt.secret: a secret of at least 32 bytes
				# to make one: openssl rand -base64 48
				JWT_SECRET=

				# ---- Optional, with the default ----

				# app.admin: a secret
				# has a default that is not shown here
				#ADMIN_PASSWORD=

				# app.literal
				# has a default that is not shown here
				#APP_LITERAL=

				# app.region
				#REGION=eu

				# app.store
				# has a default that is not shown here
				#STORE_URI=

				# ---- Deprecated ----

				# app.jwt.secret: a secret
				# deprecated: use JWT_SECRET
				#OLD_SECRET=
				""");
		assertThat(everything.output()).isEqualTo(nothing.output());
	}

	@ParameterizedTest
	@ValueSource(strings = { "text", "json", "env", "secret-yaml" })
	void noValueIsPrinted(String output) throws IOException, InterruptedException {
		for (Map<String, String> environment : List.of(Map.of("JWT_SECRET", GOOD),
				Map.of("JWT_SECRET", "pl4nted", "OLD_SECRET", "pl4nted-other"))) {
			Run run = run(environment, "--groundwork.output=" + output);
			assertThat(run.output()).isNotEmpty().doesNotContain("pl4nted");
			assertThat(run.log()).doesNotContain("pl4nted");
		}
	}

	private Run run(Map<String, String> variables, String... arguments) throws IOException, InterruptedException {
		Path output = Files.createTempFile(this.directory, "run", ".out");
		Path log = Files.createTempFile(this.directory, "run", ".log");
		String classPath = this.directory + File.pathSeparator + System.getProperty("java.class.path");
		List<String> command = Stream
			.concat(Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
					"-XX:TieredStopAtLevel=1", "-cp", classPath, Application.class.getName(),
					"--spring.main.web-application-type=none", "--groundwork.mode=doctor"), Stream.of(arguments))
			.toList();
		ProcessBuilder builder = new ProcessBuilder(command);
		builder.environment().clear();
		builder.environment().putAll(variables);
		Process process = builder.redirectOutput(output.toFile()).redirectError(log.toFile()).start();
		try {
			assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ended").isTrue();
			return new Run(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8),
					Files.readString(log, StandardCharsets.UTF_8));
		}
		finally {
			process.destroyForcibly();
		}
	}

	record Run(int exitCode, String output, String log) {
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ GroundworkContractAutoConfiguration.class, GroundworkAutoConfiguration.class,
			GroundworkJobAutoConfiguration.class })
	public static class Application {

		public static void main(String[] args) {
			SpringApplication.run(Application.class, args);
		}

	}

}
