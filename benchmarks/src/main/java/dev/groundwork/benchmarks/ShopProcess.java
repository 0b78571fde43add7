package dev.groundwork.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.groundwork.benchmarks.shop.ShopApplication;

/**
 * The measured application in a process of its own.
 */
final class ShopProcess implements AutoCloseable {

	/**
	 * Enough for both: else the first collection that a threshold of the metaspace
	 * triggers would decide.
	 */
	private static final String METASPACE = "-XX:MetaspaceSize=128m";

	private static final Duration BETWEEN_CONNECTIONS = Duration.ofMillis(10);

	/**
	 * Each request costs the application processor time, while it starts.
	 */
	private static final Duration BETWEEN_REQUESTS = Duration.ofMillis(50);

	private static final Pattern STATUS = Pattern.compile("\"status\":\"(\\w+)\"");

	private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

	private final Process process;

	private final Path log;

	private final int port;

	private final int probePort;

	private final long startedAt = System.nanoTime();

	private final HttpClient client = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(RequestSeries.PATIENCE)
		.build();

	private ShopProcess(Process process, Path log, int port, int probePort) {
		this.process = process;
		this.log = log;
		this.port = port;
		this.probePort = probePort;
	}

	/**
	 * Start the application.
	 * @param folder where its classes and its log go
	 * @param variant what it is built with
	 * @param properties its properties as arguments
	 * @return the process
	 * @throws IOException if it cannot be started
	 */
	static ShopProcess start(Path folder, Variant variant, List<String> properties) throws IOException {
		return start(folder, variant, properties, Map.of());
	}

	/**
	 * Start the application.
	 * @param folder where its classes and its log go
	 * @param variant what it is built with
	 * @param properties its properties as arguments
	 * @param environment the variables it gets beside those of this process
	 * @return the process
	 * @throws IOException if it cannot be started
	 */
	static ShopProcess start(Path folder, Variant variant, List<String> properties, Map<String, String> environment)
			throws IOException {
		int port = freePort();
		int probePort = freePort();
		// All of the heap is touched at once, so that what is resident beside it can be
		// compared
		List<String> command = new ArrayList<>(List.of(
				Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xms128m", "-Xmx128m",
				"-XX:+AlwaysPreTouch", "-XX:+UseSerialGC", METASPACE, "-cp", new ShopClassPath(folder).of(variant),
				ShopApplication.class.getName(), "--server.port=" + port));
		if (variant == Variant.GROUNDWORK) {
			command.add("--groundwork.probe.port=" + probePort);
		}
		command.addAll(properties);
		Path log = Files.createTempFile(folder, variant + "-", ".log");
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
		builder.environment().putAll(environment);
		return new ShopProcess(builder.start(), log, port, probePort);
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	URI readiness() {
		return uri(this.port, "/actuator/health/readiness");
	}

	URI earlyReadiness() {
		return uri(this.probePort, "/readyz");
	}

	URI hello() {
		return uri(this.port, "/hello");
	}

	private static URI uri(int port, String path) {
		return URI.create("http://127.0.0.1:%d%s".formatted(port, path));
	}

	/**
	 * Keep threads of the web server busy.
	 * @param count how many
	 * @param duration for how long at most
	 */
	void occupy(int count, Duration duration) {
		HttpRequest request = HttpRequest.newBuilder(uri(this.port, "/occupy?seconds=" + duration.toSeconds()))
			.timeout(duration.multipliedBy(2))
			.build();
		// So many connections at once take longer than one
		HttpClient patient = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
		for (int i = 0; i < count; i++) {
			patient.sendAsync(request, BodyHandlers.discarding());
		}
	}

	/**
	 * Return what readiness says at the moment.
	 * @return the status of the health, or "none" if there is no answer in time
	 */
	String health() {
		try {
			HttpResponse<String> response = this.client.send(
					HttpRequest.newBuilder(readiness()).timeout(RequestSeries.PATIENCE).build(),
					BodyHandlers.ofString());
			Matcher status = STATUS.matcher(response.body());
			return status.find() ? status.group(1) : "none";
		}
		catch (IOException ex) {
			return "none";
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return "none";
		}
	}

	/**
	 * Wait until an address answers as if all were well.
	 * @param uri the address
	 * @return how long that took since the start of the process, in milliseconds
	 */
	double awaitOk(URI uri) {
		HttpRequest request = HttpRequest.newBuilder(uri).timeout(RequestSeries.PATIENCE).build();
		return await(() -> this.client.send(request, BodyHandlers.discarding()).statusCode() == 200, BETWEEN_REQUESTS);
	}

	double awaitReady() {
		return awaitOk(readiness());
	}

	/**
	 * Wait until the port of the application accepts connections.
	 * @return how long that took since the start of the process, in milliseconds
	 */
	double awaitConnection() {
		return awaitConnection(this.port);
	}

	/**
	 * Wait until the early probe server has answered that the application is alive.
	 * @return how long that took since the start of the process, in milliseconds
	 */
	double awaitEarlyAnswer() {
		awaitConnection(this.probePort);
		return awaitOk(uri(this.probePort, "/livez"));
	}

	// Requests that are refused would cost the application the processor time they take
	private double awaitConnection(int awaited) {
		return await(() -> {
			new Socket(InetAddress.getLoopbackAddress(), awaited).close();
			return true;
		}, BETWEEN_CONNECTIONS);
	}

	private double await(Poll poll, Duration interval) {
		Duration limit = Duration.ofMinutes(2);
		double elapsed = Elapsed.until(limit, interval, () -> {
			if (!this.process.isAlive()) {
				throw new IllegalStateException("The application has ended: " + log());
			}
			try {
				return poll.isOver();
			}
			catch (IOException ex) {
				return false;
			}
		}, this.startedAt);
		if (elapsed >= limit.toMillis()) {
			throw new IllegalStateException("The application does not answer: " + log());
		}
		return elapsed;
	}

	/**
	 * Wait until the application has ended by itself.
	 * @return how long that took since the start of the process, in milliseconds
	 */
	double awaitEnd() {
		return this.process.onExit()
			.thenApply((ended) -> (System.nanoTime() - this.startedAt) / 1e6)
			.orTimeout(2, TimeUnit.MINUTES)
			.join();
	}

	int exitCode() {
		return this.process.exitValue();
	}

	double residentMebibytes() throws IOException {
		Matcher resident = RESIDENT
			.matcher(Files.readString(Path.of("/proc", String.valueOf(this.process.pid()), "status")));
		if (!resident.find()) {
			throw new IllegalStateException("The system does not tell the memory of a process");
		}
		return Long.parseLong(resident.group(1)) / 1_024.0;
	}

	String log() {
		try {
			return Files.readString(this.log);
		}
		catch (IOException ex) {
			return String.valueOf(ex);
		}
	}

	@Override
	public void close() {
		CompletableFuture<Process> ended = this.process.destroyForcibly().onExit();
		ended.orTimeout(10, TimeUnit.SECONDS).join();
	}

	@FunctionalInterface
	private interface Poll {

		boolean isOver() throws IOException, InterruptedException;

	}

}
