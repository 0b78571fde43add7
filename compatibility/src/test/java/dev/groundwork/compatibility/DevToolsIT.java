package dev.groundwork.compatibility;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.groundwork.compatibility.servlet.ServletApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.util.StringUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Restarts by DevTools, which throw the context and its class loader away.
 */
class DevToolsIT {

	@RegisterExtension
	static final Servers servers = new Servers();

	@Test
	void promisesAreKeptAgainAfterARestartAndNothingIsLeftFromBefore(@TempDir Path watched) throws IOException {
		Application.Builder builder = Application.named("devtools", ClassPath.DEVTOOLS, ServletApplication.class)
			.arguments("--spring.devtools.restart.additional-paths=" + watched,
					"--spring.devtools.restart.trigger-file=.restart", "--spring.devtools.restart.poll-interval=200ms",
					"--spring.devtools.restart.quiet-period=100ms", "--spring.devtools.livereload.enabled=false",
					"--groundwork.contract.production=false");
		try (Application application = servers.start(builder)) {
			await().atMost(Jvm.LONGEST_RUN).until(() -> timesReady(application) == 1);
			servers.forgetIndexInFile();
			Files.createFile(watched.resolve("changed"));
			Files.createFile(watched.resolve(".restart"));
			await().atMost(Jvm.LONGEST_RUN).until(() -> timesReady(application) == 2);
			servers.assertPromisesAreKept("devtools", application.awaitReady().actuator());
			assertThat(groundworkThreads(application)).isNotEmpty().doesNotHaveDuplicates();
			await().atMost(Jvm.LONGEST_RUN)
				.untilAsserted(() -> assertThat(servers.connections("devtools")).hasSizeLessThanOrEqualTo(1));
			assertThat(application.jvm().log()).contains("restartedMain");
		}
	}

	private static int timesReady(Application application) {
		return StringUtils.countOccurrencesOf(application.jvm().log(), "READY in");
	}

	private static List<String> groundworkThreads(Application application) {
		return application.actuator().threads().stream().filter((name) -> name.startsWith("groundwork-")).toList();
	}

}
