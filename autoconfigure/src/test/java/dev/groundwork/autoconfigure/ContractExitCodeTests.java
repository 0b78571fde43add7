package dev.groundwork.autoconfigure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that an application whose configuration breaks its contract ends its JVM as it
 * should. The application is a process of its own.
 */
class ContractExitCodeTests {

	private static final String PLANTED = "pl4nted";

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path directory;

	@BeforeEach
	void writeConfiguration() throws IOException {
		Files.writeString(this.directory.resolve("application.yml"), """
				app:
				  jwt:
				    secret: ${JWT_SECRET:pl4nted}
				  cookie-secret: pl4nted
				groundwork:
				  contract:
				    secrets:
				      - property: app.jwt.secret
				        environment: JWT_SECRET
				      - property: app.cookie-secret
				        environment: COOKIE_SECRET
				        min-bytes: 32
				""");
	}

	@Test
	void brokenContractEndsTheJvmWithExitCode78() throws IOException, InterruptedException {
		assertThat(run(Map.of("COOKIE_SECRET", "pl4nted-too")).exitCode()).isEqualTo(78);
	}

	@Test
	void brokenContractIsPrintedOnceAndWhole() throws IOException, InterruptedException {
		String output = run(Map.of("COOKIE_SECRET", "pl4nted-too")).output();
		assertThat(output).containsOnlyOnce("APPLICATION FAILED TO START")
			.contains("The configuration breaks its contract: 3 errors. Nothing was started.")
			.contains(this.directory.resolve("application.yml") + ":3:13")
			.contains("export JWT_SECRET=$(openssl rand -base64 48)")
			.doesNotContain("\tat ");
	}

	@Test
	void noValueIsPrintedEvenWithAllLogsOn() throws IOException, InterruptedException {
		Run run = run(Map.of("COOKIE_SECRET", "pl4nted-too", "LOGGING_LEVEL_ROOT", "TRACE"));
		assertThat(run.exitCode()).isEqualTo(78);
		assertThat(run.output()).contains("TRACE").doesNotContain(PLANTED);
	}

	@Test
	void contractThatHoldsLetsTheApplicationEndByItself() throws IOException, InterruptedException {
		String good = "q8N2vX0cB7mK4tR1yW6zL9pS3dF5gH8j";
		Run run = run(Map.of("JWT_SECRET", good, "APP_COOKIE_SECRET", good, "COOKIE_SECRET", good));
		assertThat(run.output()).contains("have the same value");
		assertThat(run.exitCode()).isZero();
	}

	private Run run(Map<String, String> variables) throws IOException, InterruptedException {
		Path output = this.directory.resolve("output.txt");
		ProcessBuilder builder = new ProcessBuilder(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
						"-cp", System.getProperty("java.class.path"), Application.class.getName(),
						"--spring.main.web-application-type=none", "--spring.config.location=" + this.directory + "/"));
		builder.environment().clear();
		builder.environment().putAll(variables);
		Process process = builder.directory(this.directory.toFile())
			.redirectErrorStream(true)
			.redirectOutput(output.toFile())
			.start();
		try {
			assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ended").isTrue();
			return new Run(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
		}
		finally {
			process.destroyForcibly();
		}
	}

	record Run(int exitCode, String output) {
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration(GroundworkContractAutoConfiguration.class)
	public static class Application {

		public static void main(String[] args) {
			System.exit(SpringApplication.exit(SpringApplication.run(Application.class, args)));
		}

	}

}
