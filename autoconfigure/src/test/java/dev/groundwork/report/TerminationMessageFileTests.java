package dev.groundwork.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.diagnosis.FailureKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TerminationMessageFile}.
 */
class TerminationMessageFileTests {

	private static final List<Diagnosis> DIAGNOSES = List
		.of(new Diagnosis(FailureKind.PERMANENT, "queue 'orders'", "is in the way", "", "Delete it."));

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path directory;

	@Test
	void fileThatExistsIsOverwritten() throws IOException {
		Path file = Files.writeString(this.directory.resolve("termination-log"), "x".repeat(10000));
		write(file.toString());
		assertThat(file).content().startsWith("shop did not start: 1 cause").doesNotContain("x");
	}

	@Test
	void fileThatDoesNotExistIsNotCreated() {
		write(this.directory.resolve("termination-log").toString());
		assertThat(this.directory).isEmptyDirectory();
	}

	@Test
	void directoryIsLeftAlone() {
		write(this.directory.toString());
		assertThat(this.directory).isEmptyDirectory();
	}

	@Test
	void pathThatCannotBeAndNoPathWriteNothing() {
		write("\0");
		write("");
		assertThat(this.directory).isEmptyDirectory();
	}

	@Test
	void passwordInEvidenceIsHidden() throws IOException {
		Path file = Files.createFile(this.directory.resolve("termination-log"));
		new TerminationMessageFile(file.toString(), "shop").write(List.of(new Diagnosis(FailureKind.PERMANENT, "broker",
				"refuses", "amqp://shop:pl4nted@broker:5672", "Correct the password.")));
		assertThat(file).content().contains("amqp://shop:***@broker").doesNotContain("pl4nted");
	}

	private static void write(String path) {
		new TerminationMessageFile(path, "shop").write(DIAGNOSES);
	}

}
