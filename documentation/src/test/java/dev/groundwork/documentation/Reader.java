package dev.groundwork.documentation;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import dev.groundwork.local.LocalElasticsearch;
import dev.groundwork.local.LocalRabbitMq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Somebody who follows a guide: writes the files into an empty folder and types the
 * commands into one shell after the other.
 */
final class Reader implements AutoCloseable {

	private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

	private static final Set<String> NOT_CLONED = Set.of("target", ".git", "node_modules");

	private static final Duration LONGEST_COMMAND = Duration.ofMinutes(5);

	private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

	private final List<Process> started = new ArrayList<>();

	private final Path folder;

	private final Path project;

	private final Path clone;

	private final int port;

	private final LocalRabbitMq rabbitMq;

	private final LocalElasticsearch elasticsearch;

	private String output = "";

	private String exports = "";

	Reader(Path folder, int port, LocalRabbitMq rabbitMq, LocalElasticsearch elasticsearch) throws IOException {
		this.folder = folder;
		this.project = Files.createDirectories(folder.resolve("orders"));
		this.clone = folder.resolve("groundwork");
		this.port = port;
		this.rabbitMq = rabbitMq;
		this.elasticsearch = elasticsearch;
		Path maven = Files.createDirectories(folder.resolve("bin")).resolve("mvn");
		Files.writeString(maven, "#!/bin/sh\nexec '%s/mvnw' \"$@\"\n".formatted(ROOT));
		Files.setPosixFilePermissions(maven, PosixFilePermissions.fromString("rwx------"));
	}

	void follow(CodeBlock block) throws IOException, InterruptedException {
		String file = block.option("file");
		if (file != null) {
			Path path = this.project.resolve(file);
			Files.createDirectories(Objects.requireNonNull(path.getParent()));
			Files.writeString(path, block.text());
		}
		else if (block.language().equals("text")) {
			assertThat(this.output).as(block.toString()).contains(block.text().lines().map(String::strip).toList());
		}
		else {
			assertThat(block.language()).as(block.toString()).isEqualTo("sh");
			type(block);
		}
	}

	private void type(CodeBlock block) throws IOException, InterruptedException {
		if (block.has("servers")) {
			this.rabbitMq.launch();
			this.elasticsearch.launch();
			this.rabbitMq.awaitAccepting();
			this.elasticsearch.awaitAccepting();
		}
		else if (block.has("background")) {
			this.started.add(shell(block, this.folder.resolve("background.log")).start());
		}
		else if (block.has("eventually")) {
			await(block.toString()).atMost(LONGEST_WAIT).untilAsserted(() -> assertThat(run(block)).isZero());
		}
		else {
			int expected = Integer.parseInt(Objects.requireNonNullElse(block.option("exit"), "0"));
			assertThat(run(block)).as(() -> block + ": " + this.output).isEqualTo(expected);
			this.exports += exports(block);
		}
	}

	private int run(CodeBlock block) throws IOException, InterruptedException {
		if (block.has("in") && !Files.exists(this.clone)) {
			copyProject();
		}
		Path log = this.folder.resolve("command.log");
		Process process = shell(block, log).start();
		this.started.add(process);
		assertThat(process.waitFor(LONGEST_COMMAND.toSeconds(), TimeUnit.SECONDS)).as(block + " ends").isTrue();
		this.started.remove(process);
		this.output = Files.readString(log);
		return process.exitValue();
	}

	private ProcessBuilder shell(CodeBlock block, Path log) throws IOException {
		Path script = Files.createTempFile(this.folder, "block-", ".sh");
		String commands = block.text().replace("localhost:8080", "localhost:" + this.port);
		Files.writeString(script,
				"set -eo pipefail\n" + (block.has("background") ? inPlaceOfShell(commands) : this.exports + commands),
				StandardOpenOption.TRUNCATE_EXISTING);
		ProcessBuilder builder = new ProcessBuilder("bash", script.toString())
			.directory((block.has("in") ? this.clone : this.project).toFile())
			.redirectErrorStream(true)
			.redirectOutput(log.toFile());
		Map<String, String> environment = builder.environment();
		environment.put("PATH", this.folder.resolve("bin") + ":" + environment.get("PATH"));
		environment.put("MAVEN_ARGS", "-B -ntp -Dmaven.repo.local=%s -Dmaven.repo.local.tail=%s"
			.formatted(this.folder.resolve("repository"), repository()));
		environment.put("SERVER_PORT", String.valueOf(this.port));
		environment.put("SPRING_RABBITMQ_PORT", String.valueOf(this.rabbitMq.getPort()));
		environment.put("SPRING_ELASTICSEARCH_URIS", this.elasticsearch.getUri().toString());
		environment.put("GROUNDWORK_CONTRACT_PRODUCTION", "false");
		return builder;
	}

	// of commands that are typed into the same shell
	private static String exports(CodeBlock block) {
		return block.text()
			.lines()
			.filter((line) -> line.startsWith("export "))
			.map((line) -> line + "\n")
			.collect(Collectors.joining());
	}

	// the last command takes the place of its shell, so that it ends with it
	private static String inPlaceOfShell(String commands) {
		int last = commands.stripTrailing().lastIndexOf('\n') + 1;
		return commands.substring(0, last) + "exec " + commands.substring(last);
	}

	private static String repository() {
		return System.getProperty("maven.repo.local",
				Path.of(System.getProperty("user.home"), ".m2", "repository").toString());
	}

	private void copyProject() throws IOException {
		Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {

			@Override
			public FileVisitResult preVisitDirectory(Path source, BasicFileAttributes attributes) throws IOException {
				if (NOT_CLONED.contains(String.valueOf(source.getFileName()))) {
					return FileVisitResult.SKIP_SUBTREE;
				}
				Files.createDirectories(target(source));
				return FileVisitResult.CONTINUE;
			}

			@Override
			public FileVisitResult visitFile(Path source, BasicFileAttributes attributes) throws IOException {
				Files.copy(source, target(source));
				return FileVisitResult.CONTINUE;
			}

			private Path target(Path source) {
				return Reader.this.clone.resolve(ROOT.relativize(source).toString());
			}

		});
		assertThat(this.clone.resolve("mvnw").toFile().setExecutable(true)).isTrue();
	}

	@Override
	public void close() {
		for (Process process : this.started) {
			process.descendants().forEach(ProcessHandle::destroyForcibly);
			process.destroyForcibly().onExit().orTimeout(10, TimeUnit.SECONDS).join();
		}
	}

}
