package dev.groundwork.local;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Commands}.
 */
class CommandsTests {

	@Test
	void returnsWhatTheCommandWrote() {
		assertThat(run("echo", "done")).isEqualToIgnoringNewLines("done");
	}

	@Test
	void failureTellsWhatTheCommandComplainedAboutButNotItsArguments() {
		assertThatExceptionOfType(LocalServerException.class)
			.isThrownBy(() -> run("sh", "-c", "echo no such user >&2; exit 3", "secret"))
			.withMessage("'sh' on 'server-1' failed with exit code 3: no such user");
	}

	@Test
	void missingProgramIsNamed() {
		assertThatExceptionOfType(LocalServerException.class).isThrownBy(() -> run("/nowhere/rabbitmqctl"))
			.withMessageStartingWith("'rabbitmqctl' on 'server-1' cannot be run: ");
	}

	private static String run(String... line) {
		return Commands.run("server-1", new ServerCommand(List.of(line), Map.of()));
	}

}
