package dev.groundwork.sample.rehearsals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.jayway.jsonpath.JsonPath;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.json.JsonWriter;

/**
 * A browser without a window, driven through its DevTools protocol.
 */
final class Chromium implements AutoCloseable {

	private static final Pattern LISTENING = Pattern.compile("DevTools listening on ws://([^/]+)/");

	private static final Duration LIMIT = Duration.ofSeconds(30);

	private final Process process;

	private final Map<Integer, CompletableFuture<Map<String, Object>>> answers = new ConcurrentHashMap<>();

	private final AtomicInteger sent = new AtomicInteger();

	private final HttpClient http = HttpClient.newHttpClient();

	private final WebSocket socket;

	Chromium(Path profile) throws Exception {
		this.process = new ProcessBuilder(executable(), "--headless=new", "--no-sandbox", "--disable-gpu",
				"--disable-dev-shm-usage", "--no-first-run", "--disable-background-networking", "--hide-scrollbars",
				"--remote-debugging-port=0", "--user-data-dir=" + profile, "about:blank")
			.redirectErrorStream(true)
			.start();
		String address = address();
		HttpRequest open = HttpRequest.newBuilder(URI.create("http://" + address + "/json/new?about:blank"))
			.PUT(HttpRequest.BodyPublishers.noBody())
			.timeout(LIMIT)
			.build();
		Map<String, Object> page = json(this.http.send(open, BodyHandlers.ofString()).body());
		this.socket = this.http.newWebSocketBuilder()
			.buildAsync(URI.create((String) Objects.requireNonNull(page.get("webSocketDebuggerUrl"))), new Answers())
			.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
		send("Page.enable", Map.of());
	}

	/**
	 * Return the browser of this machine.
	 * @return the path
	 * @throws IllegalStateException if there is none, because a page that nobody has seen
	 * is not tested
	 */
	private static String executable() {
		String named = System.getenv("CHROMIUM");
		if (named != null) {
			return named;
		}
		return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
			.filter((candidate) -> Files.isExecutable(Path.of(candidate)))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException(
					"Chromium is not installed: run dev/setup --browser, or name it in the variable CHROMIUM"));
	}

	private String address() throws IOException {
		BufferedReader output = new BufferedReader(
				new InputStreamReader(this.process.getInputStream(), StandardCharsets.UTF_8));
		for (String line = output.readLine(); line != null; line = output.readLine()) {
			Matcher matcher = LISTENING.matcher(line);
			if (matcher.find()) {
				CompletableFuture.runAsync(() -> output.lines().forEach((ignored) -> {
				}));
				return matcher.group(1);
			}
		}
		throw new IllegalStateException("Chromium ended before it listened");
	}

	void window(int width, int height, boolean dark) {
		send("Emulation.setDeviceMetricsOverride",
				Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
		send("Emulation.setEmulatedMedia",
				Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
	}

	void open(String uri) {
		send("Page.navigate", Map.of("url", uri));
	}

	@Nullable Object evaluate(String expression) {
		Map<String, Object> result = send("Runtime.evaluate",
				Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
		if (result.containsKey("exceptionDetails")) {
			throw new IllegalStateException(result.toString());
		}
		return ((Map<?, ?>) Objects.requireNonNull(result.get("result"))).get("value");
	}

	void screenshot(Path file) throws IOException {
		Map<String, Object> result = send("Page.captureScreenshot", Map.of("captureBeyondViewport", true));
		Files.createDirectories(file.getParent());
		Files.write(file, Base64.getDecoder().decode((String) Objects.requireNonNull(result.get("data"))));
	}

	@SuppressWarnings("unchecked")
	private Map<String, Object> send(String method, Map<String, Object> parameters) {
		int id = this.sent.incrementAndGet();
		CompletableFuture<Map<String, Object>> answer = new CompletableFuture<>();
		this.answers.put(id, answer);
		this.socket
			.sendText(JsonWriter.standard().writeToString(Map.of("id", id, "method", method, "params", parameters)),
					true)
			.join();
		Map<String, Object> message = answer.orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS).join();
		if (message.containsKey("error")) {
			throw new IllegalStateException(method + ": " + message.get("error"));
		}
		return (Map<String, Object>) Objects.requireNonNull(message.get("result"));
	}

	private static Map<String, Object> json(String text) {
		return JsonPath.parse(text).json();
	}

	@Override
	public void close() {
		this.socket.abort();
		// Its children write to the profile until they end
		List<ProcessHandle> family = Stream.concat(this.process.descendants(), Stream.of(this.process.toHandle()))
			.toList();
		this.process.destroy();
		CompletableFuture.allOf(family.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
			.orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS)
			.join();
	}

	/**
	 * Completes the futures of what was sent.
	 */
	private final class Answers implements WebSocket.Listener {

		private final StringBuilder text = new StringBuilder();

		@Override
		public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
			this.text.append(data);
			if (last) {
				Map<String, Object> message = json(this.text.toString());
				this.text.setLength(0);
				if (message.get("id") instanceof Number id) {
					CompletableFuture<Map<String, Object>> answer = Chromium.this.answers.remove(id.intValue());
					if (answer != null) {
						answer.complete(message);
					}
				}
			}
			webSocket.request(1);
			return null;
		}

	}

}
