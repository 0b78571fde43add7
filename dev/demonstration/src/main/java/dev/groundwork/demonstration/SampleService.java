package dev.groundwork.demonstration;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * One of the sample services, and the process that it runs in.
 */
final class SampleService {

	private static final Duration LIMIT = Duration.ofSeconds(120);

	private static final int LOG_LINES = 15;

	private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

	private final String name;

	private final int port;

	private final Path jar;

	private final Map<String, String> environment;

	private final Processes processes;

	private volatile @Nullable GuardedProcess process;

	SampleService(String name, int port, Path jar, Map<String, String> environment, Processes processes) {
		this.name = name;
		this.port = port;
		this.jar = jar;
		this.environment = Map.copyOf(environment);
		this.processes = processes;
	}

	String name() {
		return this.name;
	}

	int port() {
		return this.port;
	}

	URI uri(String path) {
		return URI.create("http://127.0.0.1:%d%s".formatted(this.port, path));
	}

	Actuator actuator() {
		return new Actuator(uri("/"));
	}

	/**
	 * Start the service in a new process.
	 * @param log where its log goes
	 * @return the process
	 */
	GuardedProcess start(Path log) {
		// several of them start at once, on a machine that may have two cores
		Stream<String> command = Stream.of(JAVA, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m", "-jar",
				this.jar.toString(), "--spring.main.banner-mode=off", "--groundwork.contract.production=false");
		GuardedProcess process = this.processes.start(command.toList(), this.environment, log);
		this.process = process;
		return process;
	}

	/**
	 * Start the service, unless it runs.
	 * @param log where its log goes
	 */
	void startAgain(Path log) {
		GuardedProcess process = this.process;
		if (process == null || !process.isRunning()) {
			start(log);
		}
	}

	void stop() {
		GuardedProcess process = this.process;
		if (process != null) {
			process.stop();
		}
	}

	/**
	 * Wait for something that this service says.
	 * @param <T> its type
	 * @param what what it is
	 * @param look what to look for
	 * @return what was seen
	 * @throws DemonstrationException if it is not seen in time, or the service ends
	 */
	<T> T await(String what, Function<Actuator, Optional<T>> look) {
		Actuator actuator = actuator();
		return Patience.await("'%s' %s".formatted(this.name, what), LIMIT, () -> {
			requireRunning();
			return look.apply(actuator);
		});
	}

	private void requireRunning() {
		GuardedProcess process = this.process;
		if (process != null && !process.isRunning()) {
			throw new DemonstrationException("'%s' has ended; the last lines of %s:%n%s".formatted(this.name,
					process.log(), process.lastLines(LOG_LINES)));
		}
	}

}
