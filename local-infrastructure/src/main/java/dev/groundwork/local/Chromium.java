package dev.groundwork.local;

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

/**
 * A browser without a window and with one page, driven through its DevTools protocol. It
 * is a process of its own, which ends with {@link #close()}. To be used by one thread at
 * a time. Needs {@code json-path} on the class path. What it is asked for and cannot do,
 * or not within 30 s, is an {@link IllegalStateException} or a
 * {@link java.util.concurrent.CompletionException}.
 *
 * @since 0.1.0
 */
public final class Chromium implements AutoCloseable {

	private static final Pattern LISTENING = Pattern.compile("DevTools listening on ws://([^/]+)/");

	private static final Duration LIMIT = Duration.ofSeconds(30);

	private static final String CONTRAST = """
			(() => {
			  const rgb = (color) => color.match(/[\\d.]+/g).map(Number);
			  const light = ([r, g, b]) => [r, g, b].map((c) => c / 255)
			    .map((c) => c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
			    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
			  const behind = (element) => {
			    for (let node = element; node; node = node.parentElement) {
			      const color = rgb(getComputedStyle(node).backgroundColor);
			      if (color.length < 4 || color[3] > 0) { return color; }
			    }
			    return [255, 255, 255];
			  };
			  document.getAnimations().filter((animation) => isFinite(animation.effect.getComputedTiming().endTime))
			    .forEach((animation) => animation.finish());
			  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
			  const faults = [];
			  while (walker.nextNode()) {
			    const element = walker.currentNode.parentElement;
			    const svg = element.closest('svg');
			    if (!walker.currentNode.data.trim() || ['SCRIPT', 'title'].includes(element.tagName)
			        || !(svg || element).getClientRects().length) { continue; }
			    const style = getComputedStyle(element);
			    const rect = svg && element.parentElement.querySelector('rect');
			    const ground = rect ? rgb(getComputedStyle(rect).fill) : behind(svg ? svg.parentElement : element);
			    const [a, b] = [light(rgb(svg ? style.fill : style.color)), light(ground)].sort((x, y) => y - x);
			    const contrast = (a + 0.05) / (b + 0.05);
			    if (contrast < 4.5) { faults.push(element.className + ' ' + walker.currentNode.data + ' ' + contrast); }
			  }
			  return faults;
			})()
			""";

	private final Process process;

	private final Map<Integer, CompletableFuture<Map<String, Object>>> answers = new ConcurrentHashMap<>();

	private final AtomicInteger sent = new AtomicInteger();

	private final HttpClient http = HttpClient.newHttpClient();

	private final WebSocket socket;

	/**
	 * Start the browser.
	 * @param profile the folder of its profile, which it creates
	 * @throws IllegalStateException if there is none, because a page that nobody has seen
	 * is not tested
	 * @throws Exception if it does not start
	 */
	public Chromium(Path profile) throws Exception {
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

	/**
	 * Set what the page is told of the window.
	 * @param width the width in pixels
	 * @param height the height in pixels
	 * @param dark whether dark colors are preferred
	 */
	public void window(int width, int height, boolean dark) {
		send("Emulation.setDeviceMetricsOverride",
				Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
		send("Emulation.setEmulatedMedia",
				Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
	}

	/**
	 * Let the page run its scripts, or not.
	 * @param enabled whether they are run
	 */
	public void scripts(boolean enabled) {
		send("Emulation.setScriptExecutionDisabled", Map.of("value", !enabled));
	}

	/**
	 * Open an address, without waiting until it is loaded.
	 * @param uri the address
	 */
	public void open(String uri) {
		send("Page.navigate", Map.of("url", uri));
	}

	/**
	 * Press a key and let it go.
	 * @param key {@code Tab} or {@code Enter}
	 */
	public void press(String key) {
		for (String type : List.of("keyDown", "keyUp")) {
			send("Input.dispatchKeyEvent", Map.of("type", type, "key", key, "code", key, "windowsVirtualKeyCode",
					key.equals("Tab") ? 9 : 13, "text", key.equals("Tab") ? "" : "\r"));
		}
	}

	/**
	 * Evaluate an expression in the page.
	 * @param expression the expression of JavaScript, which may be a promise
	 * @return its value, of which nothing but JSON is left
	 * @throws IllegalStateException if it throws
	 */
	public @Nullable Object evaluate(String expression) {
		Map<String, Object> result = send("Runtime.evaluate",
				Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
		if (result.containsKey("exceptionDetails")) {
			throw new IllegalStateException(result.toString());
		}
		return ((Map<?, ?>) Objects.requireNonNull(result.get("result"))).get("value");
	}

	/**
	 * Find the texts that are hard to read, when all animations have come to their end.
	 * @return what of the page has a contrast of less than 4.5 : 1 to what is behind it;
	 * an empty list if all is well
	 */
	public List<?> faintTexts() {
		return (List<?>) Objects.requireNonNull(evaluate(CONTRAST));
	}

	/**
	 * Take a picture of the whole page.
	 * @param file the file for the PNG, whose folder is created
	 * @throws IOException if it cannot be written
	 */
	public void screenshot(Path file) throws IOException {
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
			.sendText(JsonPath.parse(Map.of("id", id, "method", method, "params", parameters)).jsonString(), true)
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
