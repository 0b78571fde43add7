package dev.groundwork.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The RabbitMQ that a Linux distribution's package has installed.
 *
 * @param folder where it is
 */
record RabbitMqInstallation(Path folder) {

	private static final String SERVER_FOLDER = "rabbitmq_server-";

	static RabbitMqInstallation find() {
		return find(Path.of("/usr/lib/rabbitmq"));
	}

	static RabbitMqInstallation find(Path folder) {
		RabbitMqInstallation installation = new RabbitMqInstallation(folder);
		if (!Files.isExecutable(installation.server())) {
			throw new LocalServerException(
					"RabbitMQ is not installed in %s: run apt-get install rabbitmq-server, or dev/setup as root"
						.formatted(folder));
		}
		return installation;
	}

	// The programs of the same name in /usr/sbin insist on the user and the folders of
	// the
	// system's own server.
	Path server() {
		return this.folder.resolve("bin/rabbitmq-server");
	}

	Path control() {
		return this.folder.resolve("bin/rabbitmqctl");
	}

	String version() {
		try (DirectoryStream<Path> folders = Files.newDirectoryStream(this.folder.resolve("lib"),
				SERVER_FOLDER + "*")) {
			for (Path candidate : folders) {
				return candidate.getFileName().toString().substring(SERVER_FOLDER.length());
			}
			return "of unknown version";
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
