package dev.groundwork.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link PostgreSqlInstallation}.
 */
class PostgreSqlInstallationTests {

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path folder;

	@Test
	void whenMissingNamesTheCommandThatInstallsIt() {
		assertThatExceptionOfType(LocalServerException.class).isThrownBy(() -> PostgreSqlInstallation.find(this.folder))
			.withMessage("PostgreSQL is not installed in %s: run apt-get install postgresql, or dev/setup as root",
					this.folder);
	}

	@Test
	void newestOfSeveralIsFound() throws IOException {
		for (String version : new String[] { "9", "17", "15" }) {
			Path bin = Files.createDirectories(this.folder.resolve(version).resolve("bin"));
			assertThat(Files.createFile(bin.resolve("postgres")).toFile().setExecutable(true)).isTrue();
		}
		Files.createDirectories(this.folder.resolve("18"));
		assertThat(PostgreSqlInstallation.find(this.folder).version()).isEqualTo("17");
	}

}
