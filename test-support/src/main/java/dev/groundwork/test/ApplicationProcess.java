package dev.groundwork.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * An application with a web server that runs in a JVM of its own, with the class path of
 * the test. Its Actuator endpoints {@code health} and {@code groundwork} have a free port
 * of the loopback address. It is killed when it is closed. Thread-safe.
 *
 * @since 0.1.0
 * @see ColdStartRehearsal#start(String...)
 */
public final class ApplicationProcess implements AutoCloseable {

	private static final Duration KILL_LIMIT = Duration.ofSeconds(10);

	private static final Duration INTERVAL = Duration.ofMillis(100);

	private static final int TAIL_LINES = 60;

	private final Process process;

	private final Path log;

	private final URI uri;

	private final ServiceProbe probe;

	private ApplicationProcess(Process process, Path log, URI uri, ServiceProbe probe) {
		this.process = process;
		this.log = log;
		this.uri = uri;
		this.probe = probe;
	}

	static ApplicationProcess start(Class<?> application, List<String> properties, Map<String, String> environment) {
		int port = freePort();
		int managementPort = freePort();
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
						"-cp", System.getProperty("java.class.path"), application.getName(), "--server.port=" + port,
						"--server.address=127.0.0.1", "--management.server.port=" + managementPort,
						"--management.server.address=127.0.0.1", "--management.endpoints.web.base-path=/actuator",
						"--management.endpoints.web.exposure.include=health,groundwork",
						"--management.endpoint.health.probes.enabled=true"));
		properties.forEach((property) -> command.add("--" + property));
		try {
			Path log = Files.createTempFile(application.getSimpleName() + "-", ".log");
			ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
			builder.environment().putAll(environment);
			return new ApplicationProcess(builder.start(), log, URI.create("http://127.0.0.1:" + port),
					new ServiceProbe(URI.create("http://127.0.0.1:%d/actuator".formatted(managementPort))));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static int freePort() {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Return where the application itself answers.
	 * @return the address, without a path
	 */
	public URI getUri() {
		return this.uri;
	}

	/**
	 * Return what asks the application for its readiness and its report.
	 * @return the probe
	 */
	public ServiceProbe getProbe() {
		return this.probe;
	}

	/**
	 * Wait until the application is live.
	 * @param atMost how long to wait
	 * @throws AssertionError if it is not live by then, or has ended; with the end of its
	 * log
	 */
	public void awaitLive(Duration atMost) {
		await("be live", atMost, this.probe::isLive);
	}

	/**
	 * Wait until the application is ready.
	 * @param atMost how long to wait
	 * @throws AssertionError if it is not ready by then, or has ended; with the end of
	 * its log
	 */
	public void awaitReady(Duration atMost) {
		await("be ready", atMost, this.probe::isReady);
	}

	void await(String what, Duration atMost, BooleanSupplier condition) {
		try {
			Awaitility.await()
				.atMost(atMost)
				.pollDelay(Duration.ZERO)
				.pollInterval(INTERVAL)
				.until(() -> condition.getAsBoolean() || !this.process.isAlive());
		}
		catch (ConditionTimeoutException ex) {
			throw failure("did not %s within %s".formatted(what, atMost));
		}
		requireRunning("before it was seen to " + what);
	}

	void requireRunning(String when) {
		if (!this.process.isAlive()) {
			throw failure("ended with exit code %d %s".formatted(this.process.exitValue(), when));
		}
	}

	AssertionError failure(String what) {
		return new AssertionError("The application %s; report:%n%s%nend of its log, %s:%n%s".formatted(what,
				this.probe.report(), this.log, tail()));
	}

	/**
	 * Return what the application has logged so far.
	 * @return the log
	 */
	public String getLog() {
		try {
			return Files.readString(this.log);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private String tail() {
		List<String> lines = getLog().lines().toList();
		return String.join(System.lineSeparator(), lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
	}

	/**
	 * Return whether the application has not ended.
	 * @return whether its process is alive
	 */
	public boolean isRunning() {
		return this.process.isAlive();
	}

	/**
	 * Ask the application to shut down, and kill it if it has not ended in time.
	 * @param atMost how long to wait for its end
	 * @throws AssertionError if it had to be killed
	 */
	public void stop(Duration atMost) {
		this.process.destroy();
		try {
			this.process.onExit().orTimeout(atMost.toMillis(), TimeUnit.MILLISECONDS).join();
		}
		catch (RuntimeException ex) {
			AssertionError failure = failure("did not shut down within " + atMost);
			close();
			throw failure;
		}
	}

	/**
	 * Kill the application, if it has not ended.
	 */
	@Override
	public void close() {
		this.process.destroyForcibly().onExit().orTimeout(KILL_LIMIT.toMillis(), TimeUnit.MILLISECONDS).join();
	}

}
