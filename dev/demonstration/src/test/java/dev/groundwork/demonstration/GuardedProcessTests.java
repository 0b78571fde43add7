package dev.groundwork.demonstration;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link GuardedProcess}.
 */
@Timeout(60)
class GuardedProcessTests {

	private static final Duration LIMIT = Duration.ofSeconds(20);

	private final Path folder;

	GuardedProcessTests(@TempDir Path folder) {
		this.folder = folder;
	}

	@Test
	void exitCodeIsThatOfTheCommand() {
		assertThat(start("exit 78").awaitExit(LIMIT)).isEqualTo(78);
	}

	@Test
	void outputIsInTheLog() {
		GuardedProcess process = start("echo one; echo two >&2; echo three");
		process.awaitExit(LIMIT);
		assertThat(process.lastLines(2)).isEqualTo("two\nthree");
	}

	@Test
	void environmentIsOnlyWhatIsGiven() {
		GuardedProcess process = start("echo \"$GIVEN $HOME\"");
		process.awaitExit(LIMIT);
		assertThat(process.output()).isEqualTo("value \n");
	}

	@Test
	void stopLetsTheCommandEndInItsOwnWay() {
		GuardedProcess process = start("trap 'echo bye; exit 5' TERM; echo up; while :; do sleep 0.1; done");
		await().until(() -> process.output().contains("up"));
		process.stop();
		assertThat(process.output()).endsWith("bye\n");
		assertThat(process.awaitExit(LIMIT)).isEqualTo(5);
	}

	@Test
	void waitForTheEndIsBounded() {
		GuardedProcess process = start("exec sleep 60");
		assertThatExceptionOfType(DemonstrationException.class)
			.isThrownBy(() -> process.awaitExit(Duration.ofMillis(20)))
			.withMessageContaining("still running");
		process.stop();
	}

	@Test
	void nothingStartsWhenAllIsClosed() {
		Processes processes = new Processes();
		GuardedProcess process = processes.start(List.of("sleep", "60"), Map.of(), this.folder.resolve("log"));
		processes.close();
		assertThat(process.isRunning()).isFalse();
		assertThatExceptionOfType(DemonstrationException.class)
			.isThrownBy(() -> processes.start(List.of("sleep", "60"), Map.of(), this.folder.resolve("log")));
	}

	private GuardedProcess start(String script) {
		return GuardedProcess.start(List.of("sh", "-c", script), Map.of("GIVEN", "value"), this.folder.resolve("log"));
	}

}
