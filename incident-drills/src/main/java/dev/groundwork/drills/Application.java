package dev.groundwork.drills;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * A service in a JVM of its own. All ports are free ones of the loopback address.
 */
final class Application implements AutoCloseable {

	/**
	 * Far more than a start takes, even where others keep the machine busy.
	 */
	static final Duration LONGEST_START = Duration.ofMinutes(3);

	private static final Duration INTERVAL = Duration.ofMillis(50);

	private static final Duration KILL_LIMIT = Duration.ofSeconds(10);

	private static final int TAIL_LINES = 40;

	/**
	 * What a service inherits of the environment of the drills. The rest could decide
	 * what a drill shows.
	 */
	private static final Set<String> INHERITED = Set.of("HOME", "LANG", "LC_ALL", "PATH", "TMPDIR");

	private final String name;

	private final Process process;

	private final Path log;

	private final Path terminationMessage;

	private final int port;

	private final int earlyPort;

	private final long startedAt = System.nanoTime();

	private Application(String name, Process process, Path log, Path terminationMessage, int port, int earlyPort) {
		this.name = name;
		this.process = process;
		this.log = log;
		this.terminationMessage = terminationMessage;
		this.port = port;
		this.earlyPort = earlyPort;
	}

	static String java() {
		return Path.of(System.getProperty("java.home"), "bin", "java").toString();
	}

	Duration sinceStart() {
		return Duration.ofNanos(System.nanoTime() - this.startedAt);
	}

	int port() {
		return this.port;
	}

	URI uri(String path) {
		return URI.create("http://127.0.0.1:%d%s".formatted(this.port, path));
	}

	Answer get(String path) {
		return Http.get(uri(path));
	}

	Answer post(String path, String body) {
		return Http.post(uri(path), body);
	}

	Answer readiness() {
		return get("/actuator/health/readiness");
	}

	boolean isReady() {
		return readiness().isOk();
	}

	boolean isLive() {
		return get("/actuator/health/liveness").isOk();
	}

	/**
	 * Ask the early probe server, which only Groundwork has.
	 * @param path the path of the probe
	 * @return the answer
	 */
	Answer early(String path) {
		return Http.get(URI.create("http://127.0.0.1:%d%s".formatted(this.earlyPort, path)));
	}

	/**
	 * Wait until the service is ready.
	 * @param limit how long to wait
	 * @return how long that took since its start
	 */
	Duration awaitReady(Duration limit) {
		return await("ready", limit, this::isReady);
	}

	/**
	 * Wait until something is true of the running service.
	 * @param what what it is to be or do, after "not"
	 * @param limit how long to wait
	 * @param condition the condition
	 * @return how long that took since its start
	 * @throws AssertionError if it is not true in time, or the service has ended
	 */
	Duration await(String what, Duration limit, BooleanSupplier condition) {
		try {
			Awaitility.await()
				.atMost(limit)
				.pollDelay(Duration.ZERO)
				.pollInterval(INTERVAL)
				.until(() -> condition.getAsBoolean() || !this.process.isAlive());
		}
		catch (ConditionTimeoutException ex) {
			throw failure("not %s within %s".formatted(what, Seconds.of(limit)));
		}
		Duration elapsed = sinceStart();
		if (!this.process.isAlive()) {
			throw failure("not %s: ended with exit code %d".formatted(what, this.process.exitValue()));
		}
		return elapsed;
	}

	/**
	 * Wait until the service is ready or has ended by itself.
	 * @param limit how long to wait
	 * @return whether it is ready
	 */
	boolean becomesReady(Duration limit) {
		Awaitility.await(this.name)
			.atMost(limit)
			.pollInterval(INTERVAL)
			.until(() -> isReady() || !this.process.isAlive());
		return this.process.isAlive();
	}

	boolean isRunning() {
		return this.process.isAlive();
	}

	/**
	 * Wait until the service has ended by itself.
	 * @param limit how long to wait
	 * @return its exit code
	 */
	int awaitExit(Duration limit) {
		try {
			if (!this.process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
				throw failure("not ended within " + Seconds.of(limit));
			}
			return this.process.exitValue();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	String log() {
		return read(this.log);
	}

	/**
	 * Return what the threads of the service are doing.
	 * @return a thread dump
	 */
	String threads() {
		return JvmCommand.threadDump(this.process.pid());
	}

	/**
	 * Watch a service that is stuck: its port refuses connections, and its log has no
	 * further line.
	 * @param duration how long to watch
	 * @throws AssertionError if it gets any further
	 */
	void requireStuck(Duration duration) {
		String log = log();
		Awaitility.await(this.name + " is stuck")
			.during(duration)
			.atMost(duration.multipliedBy(2))
			.pollInterval(INTERVAL.multipliedBy(4))
			.until(() -> this.process.isAlive() && Http.isRefused(this.port) && log().equals(log));
	}

	/**
	 * Return what {@code kubectl describe pod} would show of the end of the service.
	 * @return the message, empty if there is none
	 */
	String terminationMessage() {
		return read(this.terminationMessage);
	}

	private AssertionError failure(String what) {
		List<String> lines = log().lines().toList();
		return new AssertionError("%s is %s; the end of %s:%n%s".formatted(this.name, what, this.log,
				String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()))));
	}

	/**
	 * Ask the service to end, as Kubernetes does.
	 * @param limit how long to wait for its end
	 */
	void stop(Duration limit) {
		this.process.destroy();
		awaitExit(limit);
	}

	@Override
	public void close() {
		this.process.destroyForcibly().onExit().orTimeout(KILL_LIMIT.toMillis(), TimeUnit.MILLISECONDS).join();
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Builder of an application.
	 */
	static final class Builder {

		private final Stage stage;

		private final Class<?> main;

		private final Map<String, String> properties = new LinkedHashMap<>();

		private final Map<String, String> environment = new LinkedHashMap<>();

		private String name;

		private Path services = ClassPath.builtServices();

		private boolean devTools;

		Builder(Stage stage, Class<?> main) {
			this.stage = stage;
			this.main = main;
			this.name = main.getSimpleName();
			property("server.address", "127.0.0.1");
			property("logging.pattern.console", "%d{HH:mm:ss.SSS} %-5level [%thread] %logger{0} : %m%n");
		}

		/**
		 * Give this one a name, where there are several of a class.
		 * @param name the name
		 * @return this builder
		 */
		Builder named(String name) {
			this.name = name;
			return this;
		}

		Builder property(String name, Object value) {
			this.properties.put(name, String.valueOf(value));
			return this;
		}

		/**
		 * Add a property that only Groundwork reads.
		 * @param name the name, without {@code groundwork.}
		 * @param value the value
		 * @return this builder
		 */
		Builder groundwork(String name, Object value) {
			return (this.stage.half() == Half.GROUNDWORK) ? property("groundwork." + name, value) : this;
		}

		Builder properties(Map<String, String> properties) {
			this.properties.putAll(properties);
			return this;
		}

		Builder environment(String name, String value) {
			this.environment.put(name, value);
			return this;
		}

		Builder withDevTools() {
			this.devTools = true;
			return this;
		}

		/**
		 * Run the service from a folder and not from its jar.
		 * @param folder the folder of the class files
		 * @return this builder
		 */
		Builder unpacked(Path folder) {
			this.services = folder;
			return this;
		}

		Application start() {
			int port = Http.freePort();
			int earlyPort = Http.freePort();
			Path terminationMessage = this.stage.file(this.name + ".termination");
			property("server.port", port);
			groundwork("probe.port", earlyPort);
			groundwork("probe.address", "127.0.0.1");
			groundwork("report.termination-message-path", terminationMessage);
			ClassPath classPath = new ClassPath(this.stage.half(), this.devTools, this.services);
			List<String> command = new ArrayList<>(
					List.of(java(), "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
			command.addAll(this.stage.classData().options(classPath));
			command.addAll(List.of("-cp", classPath.toString(), this.main.getName()));
			this.properties.forEach((property, value) -> command.add("--%s=%s".formatted(property, value)));
			Path log = this.stage.file(this.name + ".log");
			try {
				ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
					.redirectOutput(log.toFile());
				builder.environment().keySet().retainAll(INHERITED);
				builder.environment().putAll(this.environment);
				Application application = new Application(this.name, builder.start(), log, terminationMessage, port,
						earlyPort);
				return this.stage.closing(application, application::close);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

}
