package dev.groundwork.sample.rehearsals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A sample service as its image has it, the jar beside its libraries, and with an archive
 * of its classes: with many processes on few processors, loading classes is what takes
 * most of the time.
 *
 * @param jar the jar without its libraries
 * @param classes the class-data archive
 */
record UnpackedService(Path jar, Path classes) {

	private static final Duration LONGEST_STEP = Duration.ofMinutes(5);

	private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

	private static final List<String> SMALL = List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

	private static final Map<String, UnpackedService> unpacked = new ConcurrentHashMap<>();

	static UnpackedService of(String service) {
		return unpacked.computeIfAbsent(service, UnpackedService::unpack);
	}

	List<String> command() {
		return java("-XX:SharedArchiveFile=" + this.classes, "-jar", this.jar.toString());
	}

	/**
	 * Return the command of a start in which every class is loaded from its jar. A
	 * service that was trained without servers has those in its archive that it needs
	 * without them, so that a share of its time would be one of something else.
	 * @return the command
	 */
	List<String> commandWithoutArchive() {
		return java("-jar", this.jar.toString());
	}

	/**
	 * Return the classes of its libraries.
	 * @return their names
	 * @throws IOException if a library cannot be read
	 */
	Set<String> libraryClasses() throws IOException {
		Set<String> names = new HashSet<>();
		for (Path library : libraries()) {
			try (JarFile file = new JarFile(library.toFile())) {
				file.stream()
					.map(JarEntry::getName)
					.filter((name) -> name.endsWith(".class"))
					.map(ClassUtils::convertResourcePathToClassName)
					.forEach((name) -> names.add(name.substring(0, name.length() - ".class".length())));
			}
		}
		return names;
	}

	/**
	 * Return the libraries it has, whether it uses them or not.
	 * @return their files
	 * @throws IOException if their folder cannot be read
	 */
	List<Path> libraries() throws IOException {
		try (Stream<Path> files = Files.list(this.jar.resolveSibling("lib"))) {
			return files.filter((file) -> file.toString().endsWith(".jar")).toList();
		}
	}

	private static UnpackedService unpack(String service) {
		Path built = Path.of("..", service, "target", service + ".jar");
		assertThat(built).as("build the sample services first: ./mvnw package").exists();
		Path folder = Path.of("target", "services", service);
		UnpackedService result = new UnpackedService(folder.resolve(service + ".jar"), folder.resolve("classes.jsa"));
		try {
			// Not the time of the jar, which is the same in every build
			String madeFrom = Runtime.version() + " " + sha256(built);
			Path note = folder.resolve("made-from");
			if (!Files.exists(note) || !Files.readString(note).equals(madeFrom)) {
				Files.deleteIfExists(note);
				result.make(built, folder);
				Files.writeString(note, madeFrom);
			}
		}
		catch (IOException | NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
		return result;
	}

	private static String sha256(Path file) throws IOException, NoSuchAlgorithmException {
		MessageDigest digest = MessageDigest.getInstance("SHA-256");
		return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
	}

	private void make(Path built, Path folder) throws IOException {
		Files.deleteIfExists(this.classes);
		run(folder.resolve("unpack.log"), List.of(JAVA, "-Djarmode=tools", "-jar", built.toString(), "extract",
				"--force", "--destination", folder.toString()));
		run(folder.resolve("training.log"), java("-XX:ArchiveClassesAtExit=" + this.classes,
				"-Dspring.context.exit=onRefresh", "-jar", this.jar.toString()));
	}

	private static List<String> java(String... arguments) {
		List<String> command = new ArrayList<>(List.of(JAVA));
		command.addAll(SMALL);
		command.addAll(List.of(arguments));
		return command;
	}

	private static void run(Path log, List<String> command) throws IOException {
		Files.createDirectories(Objects.requireNonNull(log.getParent()));
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
		builder.environment().putAll(ServiceRun.ENVIRONMENT);
		Process process = builder.start();
		try {
			assertThat(process.waitFor(LONGEST_STEP.toSeconds(), TimeUnit.SECONDS)).as("'%s' ended", command).isTrue();
			assertThat(process.exitValue()).as(() -> "see " + log).isZero();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
		finally {
			process.destroyForcibly();
		}
	}

}
