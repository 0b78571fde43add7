package dev.groundwork.sample.rehearsals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import com.jayway.jsonpath.JsonPath;
import dev.groundwork.test.ServiceProbe;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A sample service that runs as a process of its own.
 */
final class ServiceProcess implements AutoCloseable {

	static final Duration LONGEST_START = Duration.ofSeconds(180);

	private static final Duration LONGEST_ANSWER = Duration.ofSeconds(5);

	/** The users are 'ann' and 'bob', whose password is 'open sesame'. */
	static final Map<String, String> SECRETS = Map.of("JWT_SECRET", "5tR0ng-enough-f0r-a-rehearsal-0123456789",
			"AUTH_USERS",
			"ann:$2a$08$xVH07loNlMeuZqX6K36Y0eqpWv3ys2zUCwWMuyHBKjKGcSbUVX6A.,bob:$2a$08$xVH07loNlMeuZqX6K36Y0eqpWv3ys2zUCwWMuyHBKjKGcSbUVX6A.");

	private static final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

	private final Process process;

	private final Path log;

	private final int port;

	private final ServiceProbe probe;

	private ServiceProcess(Process process, Path log, int port) {
		this.process = process;
		this.log = log;
		this.port = port;
		this.probe = new ServiceProbe(URI.create("http://localhost:%d/actuator".formatted(port)));
	}

	static ServiceProcess start(String service, Infrastructure infrastructure, String... properties) {
		return start(service, infrastructure, environment(infrastructure), properties);
	}

	static Map<String, String> environment(Infrastructure infrastructure) {
		Map<String, String> environment = new HashMap<>(SECRETS);
		environment.put("DATABASE_PASSWORD", infrastructure.postgreSql().getPassword());
		return environment;
	}

	static ServiceProcess start(String service, Infrastructure infrastructure, Map<String, String> environment,
			String... properties) {
		return start(freePort(), service, infrastructure, environment, properties);
	}

	static ServiceProcess start(int port, String service, Infrastructure infrastructure,
			Map<String, String> environment, String... properties) {
		return start(port, service, UnpackedService.of(service).command(), infrastructure, environment, properties);
	}

	private static ServiceProcess start(int port, String service, List<String> java, Infrastructure infrastructure,
			Map<String, String> environment, String... properties) {
		List<String> command = new ArrayList<>(java);
		command.add("--server.port=" + port);
		// The servers are on this machine, which may be a container
		command.add("--groundwork.contract.production=false");
		command.addAll(infrastructure.properties());
		command.addAll(List.of(properties));
		try {
			Path logs = Files.createDirectories(Path.of("target", "logs"));
			Path log = Files.createTempFile(logs, service + "-", ".log");
			ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
			builder.environment().putAll(environment);
			return new ServiceProcess(builder.start(), log, port);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static ServiceProcess startWithoutArchive(String service, Infrastructure infrastructure, String... properties) {
		return startWithoutArchive(service, infrastructure, environment(infrastructure), properties);
	}

	static ServiceProcess startWithoutArchive(String service, Infrastructure infrastructure,
			Map<String, String> environment, String... properties) {
		return start(freePort(), service, UnpackedService.of(service).commandWithoutArchive(), infrastructure,
				environment, properties);
	}

	static int freePort() {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	int status(String path) {
		return status(path, LONGEST_ANSWER);
	}

	int status(String path, Duration longestAnswer) {
		try {
			return send(HttpRequest.newBuilder(uri(path)), longestAnswer).statusCode();
		}
		catch (IOException ex) {
			return -1;
		}
	}

	<T> T read(String path, String jsonPath) {
		try {
			return JsonPath.read(get(path).body(), jsonPath);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	HttpResponse<String> post(String path, String json) {
		return send("POST", path, json);
	}

	HttpResponse<String> put(String path, String json) {
		return send("PUT", path, json);
	}

	private HttpResponse<String> send(String method, String path, String json) {
		try {
			return send(HttpRequest.newBuilder(uri(path))
				.header("Content-Type", "application/json")
				.method(method, HttpRequest.BodyPublishers.ofString(json)), LONGEST_ANSWER);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private HttpResponse<String> get(String path) throws IOException {
		return send(HttpRequest.newBuilder(uri(path)), LONGEST_ANSWER);
	}

	private static HttpResponse<String> send(HttpRequest.Builder request, Duration longestAnswer) throws IOException {
		try {
			return http.send(request.timeout(longestAnswer).build(), BodyHandlers.ofString());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private URI uri(String path) {
		return URI.create("http://localhost:%d%s".formatted(this.port, path));
	}

	boolean isLive() {
		return this.probe.isLive();
	}

	boolean isReady() {
		return this.probe.isReady();
	}

	void awaitLive() {
		awaitAlive(() -> this.probe.awaitLive(LONGEST_START));
	}

	void awaitReady() {
		awaitAlive(() -> this.probe.awaitReady(LONGEST_START));
	}

	private void awaitAlive(Runnable wait) {
		try {
			CompletableFuture.anyOf(CompletableFuture.runAsync(wait), this.process.onExit()).join();
		}
		finally {
			assertThat(this.process.isAlive()).as(() -> "service ended: " + log()).isTrue();
		}
	}

	String log() {
		try {
			return Files.readString(this.log);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	int awaitExit() throws InterruptedException {
		assertThat(this.process.waitFor(LONGEST_START.toSeconds(), TimeUnit.SECONDS))
			.as(() -> "service did not end: " + log())
			.isTrue();
		return this.process.exitValue();
	}

	/**
	 * Ask it to end, as Kubernetes does.
	 * @param gracePeriod how long it may take
	 * @return whether it has ended by then
	 */
	boolean terminate(Duration gracePeriod) throws InterruptedException {
		this.process.destroy();
		return this.process.waitFor(gracePeriod.toSeconds(), TimeUnit.SECONDS);
	}

	void kill() {
		this.process.destroyForcibly().onExit().orTimeout(10, TimeUnit.SECONDS).join();
	}

	@Override
	public void close() {
		kill();
	}

}
