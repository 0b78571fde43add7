package dev.groundwork.local;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Main}.
 */
class MainTests {

	private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

	@Test
	void wrongArgumentsExitWith64AndTheUsage() {
		PrintStream stream = new PrintStream(this.errors, true, StandardCharsets.UTF_8);
		int exitCode = Main.run(List.of("run", "kafka"), InputStream.nullInputStream(), stream, stream);
		assertThat(exitCode).isEqualTo(64);
		assertThat(this.errors.toString(StandardCharsets.UTF_8)).contains("'kafka'").contains("Usage: run");
	}

}
