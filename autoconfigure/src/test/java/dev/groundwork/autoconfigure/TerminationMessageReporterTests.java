package dev.groundwork.autoconfigure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import dev.groundwork.diagnosis.DiagnosedException;
import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.diagnosis.FailureKind;
import dev.groundwork.startup.StartupTask;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TerminationMessageReporter}. The application is a process of its own,
 * so that the file has to be there when its JVM has ended.
 */
class TerminationMessageReporterTests {

	private static final String[] NO_WEB_SERVER = { "--spring.main.web-application-type=none" };

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path directory;

	@BeforeEach
	void createFile() throws IOException {
		Files.createFile(this.directory.resolve("termination-log"));
	}

	@Test
	void brokenContractIsWrittenWithoutValues() throws IOException, InterruptedException {
		Path file = run(NO_WEB_SERVER, "--groundwork.contract.secrets[0].property=app.jwt.secret",
				"--groundwork.contract.secrets[0].min-bytes=32", "--app.jwt.secret=pl4nted");
		assertThat(file).content()
			.startsWith("shop did not start: 1 cause")
			.contains("property 'app.jwt.secret'", "needs at least 32", "openssl rand")
			.doesNotContain("pl4nted");
	}

	@Test
	void taskThatFailedForGoodIsWritten() throws IOException, InterruptedException {
		assertThat(run(NO_WEB_SERVER, "--test.task=fails")).content()
			.contains("queue 'orders'", "is in the way", "→ Delete it.");
	}

	@Test
	void taskThatFailedBehindAServerThatAnswersIsWritten() throws IOException, InterruptedException {
		assertThat(run(new String[] { "--server.port=0", "--server.address=127.0.0.1" }, "--test.task=fails-late"))
			.content()
			.contains("queue 'orders'", "→ Delete it.");
	}

	@Test
	void deadlineThatEndsTheApplicationIsWritten() throws IOException, InterruptedException {
		assertThat(run(NO_WEB_SERVER, "--test.task=hangs", "--groundwork.startup.deadline=3s",
				"--groundwork.startup.on-deadline=fail"))
			.content()
			.contains("Start-up task 'test'", "waiting for a sign", "groundwork.startup.deadline");
	}

	@Test
	void propertyThatNothingReadsIsWritten() throws IOException, InterruptedException {
		assertThat(run(NO_WEB_SERVER, "--groundwork.rabitmq.enabled=pl4nted")).content()
			.contains("property 'groundwork.rabitmq.enabled'", "is set and nothing reads it",
					"Did you mean 'groundwork.rabbitmq'?")
			.doesNotContain("pl4nted");
	}

	@Test
	void tasksInACircleAreWritten() throws IOException, InterruptedException {
		assertThat(run(NO_WEB_SERVER, "--test.task=circle")).content().contains("test → test", "Remove one");
	}

	@Test
	void failureOfSomebodyElseIsNotWritten() throws IOException, InterruptedException {
		assertThat(run(NO_WEB_SERVER, "--test.broken=true")).isEmptyFile();
	}

	private Path run(String[] first, String... arguments) throws IOException, InterruptedException {
		Path file = this.directory.resolve("termination-log");
		Path output = this.directory.resolve("output.txt");
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
						"-Xshare:auto", "-cp", System.getProperty("java.class.path"), Application.class.getName()));
		command.addAll(List.of(first));
		command.addAll(List.of(arguments));
		command
			.addAll(List.of("--spring.application.name=shop", "--groundwork.report.termination-message-path=" + file));
		Process process = new ProcessBuilder(command).directory(this.directory.toFile())
			.redirectErrorStream(true)
			.redirectOutput(output.toFile())
			.start();
		try {
			assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ended").isTrue();
			assertThat(process.exitValue()).as(Files.readString(output, StandardCharsets.UTF_8)).isNotZero();
			return file;
		}
		finally {
			process.destroyForcibly();
		}
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ GroundworkAutoConfiguration.class, GroundworkContractAutoConfiguration.class,
			TomcatServletWebServerAutoConfiguration.class })
	public static class Application {

		private static final CountDownLatch ready = new CountDownLatch(1);

		@Bean
		@ConditionalOnProperty("test.task")
		StartupTask testTask(Environment environment) {
			String kind = environment.getRequiredProperty("test.task");
			return StartupTask.of("test", kind.equals("circle") ? Set.of("test") : Set.of(), (progress) -> {
				if (kind.equals("hangs")) {
					progress.waitingFor("a sign");
					new CountDownLatch(1).await();
				}
				if (kind.equals("fails-late")) {
					ready.await(30, TimeUnit.SECONDS);
				}
				throw new DiagnosedException(new Diagnosis(FailureKind.PERMANENT, "queue 'orders'", "is in the way",
						"x-queue-type: classic", "Delete it."), null);
			});
		}

		@Bean
		@ConditionalOnBooleanProperty("test.broken")
		Object broken() {
			throw new IllegalStateException("pl4nted");
		}

		public static void main(String[] args) {
			SpringApplication.run(Application.class, args);
			ready.countDown();
		}

	}

}
