package dev.groundwork.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link RabbitMqInstallation}.
 */
class RabbitMqInstallationTests {

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path folder;

	@Test
	void whenMissingNamesTheCommandThatInstallsIt() {
		assertThatExceptionOfType(LocalServerException.class).isThrownBy(() -> RabbitMqInstallation.find(this.folder))
			.withMessage("RabbitMQ is not installed in %s: run apt-get install rabbitmq-server, or dev/setup as root",
					this.folder);
	}

	@Test
	void versionIsThatOfTheServerFolder() throws IOException {
		Path server = Files.createDirectories(this.folder.resolve("bin")).resolve("rabbitmq-server");
		assertThat(Files.createFile(server).toFile().setExecutable(true)).isTrue();
		Files.createDirectories(this.folder.resolve("lib/rabbitmq_server-3.12.1"));
		assertThat(RabbitMqInstallation.find(this.folder).version()).isEqualTo("3.12.1");
	}

}
