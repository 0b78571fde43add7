package dev.groundwork.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The PostgreSQL that a Linux distribution's package has installed.
 *
 * @param folder where it is, named by its major version
 */
record PostgreSqlInstallation(Path folder) {

	private static final Path PACKAGE_FOLDER = Path.of("/usr/lib/postgresql");

	private static final String PACKAGE_USER = "postgres";

	private static final String STOP_AT_ONCE = "INT"; // what TERM asks for waits for
														// clients

	// The folder gets its name when it is complete: the first start may be killed
	private static final String START = """
			set -e
			cd "$1"
			if [ ! -d data ]; then
				rm -rf data.part
				"$0/initdb" --pgdata=data.part --username=%1$s --pwfile=../password --auth=scram-sha-256 \
					--encoding=UTF8 --locale=C.UTF-8 --no-sync --no-instructions >&2
				mv data.part data
			fi
			exec "$0/postgres" -D data -c listen_addresses=127.0.0.1 -c port=%2$d -c unix_socket_directories= \
				-c fsync=off -c shared_buffers=32MB -c dynamic_shared_memory_type=mmap
			""";

	static PostgreSqlInstallation find() {
		return find(PACKAGE_FOLDER);
	}

	static PostgreSqlInstallation find(Path packageFolder) {
		return newest(packageFolder).map(PostgreSqlInstallation::new)
			.orElseThrow(() -> new LocalServerException(
					"PostgreSQL is not installed in %s: run apt-get install postgresql, or dev/setup as root"
						.formatted(packageFolder)));
	}

	private static Optional<Path> newest(Path packageFolder) {
		List<Path> versions = new ArrayList<>();
		if (Files.isDirectory(packageFolder)) {
			try (DirectoryStream<Path> folders = Files.newDirectoryStream(packageFolder,
					(folder) -> Files.isExecutable(folder.resolve("bin/postgres")))) {
				folders.forEach(versions::add);
			}
			catch (IOException ex) {
				throw new UncheckedIOException("%s cannot be read".formatted(packageFolder), ex);
			}
		}
		return versions.stream()
			.max(Comparator.comparingInt((folder) -> Integer.parseInt(folder.getFileName().toString())));
	}

	String version() {
		return this.folder.getFileName().toString();
	}

	LocalPostgreSql server(int port) {
		String name = ServerImage.POSTGRESQL.serverName(port);
		ServerFolder data = ServerFolder.create(name);
		data.write("password", PrivatePostgreSql.PASSWORD);
		Path own = data.folder("postgresql");
		List<String> line = new ArrayList<>();
		if (System.getProperty("user.name").equals("root")) {
			// PostgreSQL refuses to be run by root
			giveAway(data.path(), own);
			line.addAll(List.of("setpriv", "--reuid=" + PACKAGE_USER, "--regid=" + PACKAGE_USER, "--clear-groups"));
		}
		line.addAll(List.of("sh", "-c", START.formatted(PrivatePostgreSql.USER, port),
				this.folder.resolve("bin").toString(), own.toString()));
		return new PrivatePostgreSql(name, port,
				new ProcessHost(name, data, new ServerCommand(line, Map.of("LANG", "C.UTF-8"), STOP_AT_ONCE)));
	}

	private static void giveAway(Path parent, Path folder) {
		try {
			Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwx--x--x"));
			Files.setOwner(folder,
					folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(PACKAGE_USER));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("%s cannot be given to the user '%s'".formatted(folder, PACKAGE_USER), ex);
		}
	}

}
