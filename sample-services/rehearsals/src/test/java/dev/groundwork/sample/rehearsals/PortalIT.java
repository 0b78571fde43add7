package dev.groundwork.sample.rehearsals;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import com.jayway.jsonpath.JsonPath;
import dev.groundwork.local.Chromium;
import dev.groundwork.local.LocalServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The page of the gateway in a real browser, with all services behind it as processes,
 * which go away and come back.
 */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PortalIT {

	private static final Path SCREENSHOTS = Path.of("target", "screenshots");

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private static final Duration RETURN = Duration.ofSeconds(90);

	private final Infrastructure infrastructure = Infrastructure.create();

	private final Map<String, Integer> ports = new ConcurrentHashMap<>();

	private final Map<String, ServiceProcess> services = new ConcurrentHashMap<>();

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private static Path profile;

	@SuppressWarnings("NullAway.Init")
	private Chromium browser;

	@BeforeAll
	void start() throws Exception {
		List.of("documents", "search", "presence", "notifications", "auth", "gateway", "socket")
			.forEach((name) -> this.ports.put(name, ServiceProcess.freePort()));
		start("auth");
		start("gateway");
		this.infrastructure.start();
		start("documents");
		start("search");
		start("presence");
		start("notifications");
		this.services.values().forEach(ServiceProcess::awaitReady);
		this.browser = new Chromium(profile);
		this.browser.window(1280, 800, false);
	}

	private void start(String name) {
		this.services.put(name, ServiceProcess.start(port(name), name, this.infrastructure,
				ServiceProcess.environment(this.infrastructure), properties(name).toArray(String[]::new)));
	}

	private List<String> properties(String name) {
		return switch (name) {
			case "presence" -> List.of("--app.presence.websocket-port=" + port("socket"));
			case "gateway" ->
				List.of(service("documents"), service("search"), service("presence"), service("notifications"),
						service("auth"), "--app.services.presence-socket=ws://127.0.0.1:" + port("socket"));
			default -> List.of();
		};
	}

	private String service(String name) {
		return "--app.services.%s=http://127.0.0.1:%d".formatted(name, port(name));
	}

	private int port(String name) {
		return Objects.requireNonNull(this.ports.get(name));
	}

	private void kill(String name) {
		Objects.requireNonNull(this.services.get(name)).kill();
	}

	@AfterAll
	void stop() {
		this.services.values().forEach(ServiceProcess::close);
		this.infrastructure.close();
		this.browser.close();
	}

	@Test
	@Order(1)
	void whoIsNotKnownIsTold() {
		open();
		await().atMost(PATIENCE).until(() -> isVisible("#sign-in"));
		signIn("wrong");
		await().atMost(PATIENCE).until(() -> text("#sign-in-error").equals("The name or the password is wrong."));
		assertThat(isVisible("#work")).isFalse();
	}

	@Test
	@Order(2)
	void whoIsKnownGetsIn() throws Exception {
		shoot("sign-in");
		signIn("open sesame");
		await().atMost(PATIENCE).until(() -> isVisible("#work"));
		assertThat(text("#user-name")).isEqualTo("ann");
		await().atMost(PATIENCE).until(() -> text("#people").contains("ann (you)"));
		await().atMost(PATIENCE).until(() -> text("#affected").isEmpty());
	}

	@Test
	@Order(3)
	void documentIsCreatedFoundAndEdited() {
		type("#title", "Tide tables");
		type("#body", "Slack water off Stroma is short.");
		submit("#editor-form");
		await().atMost(PATIENCE).until(() -> text("#save-note").equals("Saved as version 1."));
		type("#query", "Stroma");
		await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).until(() -> {
			// the answer to the question of the second before: each question takes it
			// away
			boolean found = text("#matches").contains("Tide tables");
			if (!found) {
				submit("#search-form");
			}
			return found;
		});
		type("#body", "Slack water off Stroma is very short.");
		submit("#editor-form");
		await().atMost(PATIENCE).until(() -> text("#save-note").equals("Saved as version 2."));
		await().atMost(PATIENCE).until(() -> text("#notifications").contains("Tide tables"));
	}

	@Test
	@Order(4)
	void whoElseIsThereAndEditsWhatIsShown() throws Exception {
		String document = JsonPath
			.read((String) Objects.requireNonNull(this.browser.evaluate("localStorage['cloudmatrix.recent.ann']")),
					"$[?(@.title == 'Tide tables')].id")
			.toString()
			.replaceAll("\\W*([\\w-]+)\\W*", "$1");
		WebSocket bob = bob();
		bob.sendText("{\"editing\": \"" + document + "\", \"user\": \"bob\"}", true).get(5, TimeUnit.SECONDS);
		await().atMost(PATIENCE).until(() -> text("#people").contains("bob" + "edits Tide tables"));
		bob.abort();
	}

	private WebSocket bob() throws Exception {
		String token = JsonPath.read(Objects.requireNonNull(this.services.get("gateway"))
			.post("/auth/tokens", "{\"name\": \"bob\", \"password\": \"open sesame\"}")
			.body(), "$.token");
		return HttpClient.newHttpClient()
			.newWebSocketBuilder()
			.buildAsync(URI.create("ws://127.0.0.1:%d/ws?access_token=%s".formatted(port("gateway"), token)),
					new WebSocket.Listener() {
					})
			.get(5, TimeUnit.SECONDS);
	}

	@ParameterizedTest
	@Order(5)
	@CsvSource({ "1280, false", "1280, true", "800, false", "390, false", "390, true" })
	void pageFitsTheWindowAndCanBeRead(int width, boolean dark) throws Exception {
		this.browser.window(width, 900, dark);
		assertThat(this.browser.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
		assertThat(this.browser.faintTexts()).isEmpty();
		shoot("work-%d-%s".formatted(width, dark ? "dark" : "light"));
		this.browser.window(1280, 800, false);
	}

	@Test
	@Order(6)
	void everyFieldAndSectionHasAName() {
		assertThat((List<?>) this.browser
			.evaluate("[...document.querySelectorAll('input, textarea')].filter((f) => !f.labels.length)"
					+ ".map((f) => f.id)"))
			.isEmpty();
		assertThat((List<?>) this.browser.evaluate("[...document.querySelectorAll('section')]"
				+ ".filter((s) => !document.getElementById(s.getAttribute('aria-labelledby'))).map((s) => s.id)"))
			.isEmpty();
	}

	@Test
	@Order(7)
	void nothingIsLoadedFromElsewhere() {
		this.browser.evaluate(
				"document.body.append(Object.assign(document.createElement('script'), {text: 'window.hacked = 1'}))");
		assertThat(this.browser.evaluate("typeof window.hacked")).isEqualTo("undefined");
		assertThat(this.browser.evaluate("fetch('http://127.0.0.2/').then(() => 'sent', () => 'refused')"))
			.isEqualTo("refused");
		assertThat(this.browser.evaluate("performance.getEntriesByType('resource')"
				+ ".filter((e) => new URL(e.name).host !== location.host).length"))
			.isEqualTo(0);
	}

	@Test
	@Order(8)
	void whatIsTypedWhileDocumentsIsAwayIsKeptAndSavedLater() throws Exception {
		click("#new-document");
		kill("documents");
		await().atMost(PATIENCE)
			.until(() -> text("#affected").contains("Documents cannot be opened or saved just now"));
		type("#title", "Written in the dark");
		type("#body", "Nothing of this is lost.");
		submit("#editor-form");
		await().atMost(PATIENCE).until(() -> text("#save-note").contains("What you typed is kept here"));
		shoot("documents-away");
		this.browser.window(390, 900, true);
		assertThat(this.browser.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
		assertThat(this.browser.faintTexts()).isEmpty();
		shoot("documents-away-390-dark");
		this.browser.window(1280, 800, false);
		open();
		await().atMost(PATIENCE).until(() -> value("#body").equals("Nothing of this is lost."));
		start("documents");
		await().atMost(RETURN).until(() -> text("#affected").isEmpty());
		await().atMost(PATIENCE).until(() -> text("#save-note").contains("can be saved now"));
		assertThat(value("#title")).isEqualTo("Written in the dark");
		submit("#editor-form");
		await().atMost(PATIENCE).until(() -> text("#save-note").equals("Saved as version 1."));
	}

	@Test
	@Order(9)
	void queryIsAnsweredWhenSearchIsBack() {
		kill("search");
		await().atMost(PATIENCE)
			.until(() -> text("#affected").contains("Search answers later; what you type is kept."));
		type("#query", "Stroma");
		submit("#search-form");
		await().atMost(PATIENCE).until(() -> text("#search-note").contains("as soon as search is back"));
		start("search");
		await().atMost(RETURN).until(() -> text("#matches").contains("Tide tables"));
		await().atMost(PATIENCE).until(() -> text("#affected").isEmpty());
	}

	@Test
	@Order(10)
	void pageConnectsAgainWhenPresenceIsBack() {
		kill("presence");
		await().atMost(PATIENCE).until(() -> text("#affected").contains("Who is here is not known just now."));
		await().atMost(PATIENCE).until(() -> text("#people").isEmpty());
		start("presence");
		await().atMost(RETURN).until(() -> text("#people").contains("ann (you)"));
		await().atMost(PATIENCE).until(() -> text("#affected").isEmpty());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			auth          | Nobody can sign in just now.
			notifications | Notifications come later; none is lost.""")
	@Order(11)
	void serviceThatIsKilledIsMissedUntilItIsBack(String service, String sentence) {
		kill(service);
		await().atMost(PATIENCE).until(() -> text("#affected").contains(sentence));
		start(service);
		await().atMost(RETURN).until(() -> text("#affected").isEmpty());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			RabbitMQ      | Notifications come later; none is lost.
			Elasticsearch | Search may answer later or miss the latest changes.
			PostgreSQL    | Documents may not open or save just now""")
	@Order(12)
	void pageSaysWhatTheLossOfAServerAffectsUntilItIsBack(String name, String sentence) throws Exception {
		LocalServer server = server(name);
		server.kill();
		await().atMost(PATIENCE).until(() -> text("#affected").contains(sentence));
		shoot(name + "-away");
		server.start();
		await().atMost(RETURN).until(() -> text("#affected").isEmpty());
	}

	private LocalServer server(String name) {
		return switch (name) {
			case "RabbitMQ" -> this.infrastructure.rabbitMq();
			case "Elasticsearch" -> this.infrastructure.elasticsearch();
			default -> this.infrastructure.postgreSql();
		};
	}

	@Test
	@Order(13)
	void pageGoesOnByItselfWhenTheGatewayIsBack() {
		this.browser.evaluate("window.same = true");
		kill("gateway");
		await().atMost(PATIENCE).until(() -> text("#affected").contains("CloudMatrix cannot be reached"));
		start("gateway");
		await().atMost(RETURN).until(() -> text("#people").contains("ann (you)"));
		await().atMost(PATIENCE).until(() -> text("#affected").isEmpty());
		assertThat(this.browser.evaluate("window.same")).isEqualTo(true);
	}

	@Test
	@Order(14)
	void signingOutForgetsTheToken() {
		click("#sign-out");
		await().atMost(PATIENCE).until(() -> isVisible("#sign-in"));
		assertThat(this.browser.evaluate("sessionStorage.length")).isEqualTo(0);
	}

	private void open() {
		String mark = "?" + System.nanoTime();
		this.browser.open("http://127.0.0.1:%d/%s".formatted(port("gateway"), mark));
		await().atMost(PATIENCE)
			.until(() -> Boolean.TRUE.equals(
					this.browser.evaluate("document.readyState === 'complete' && location.search === '" + mark + "'")));
	}

	private void signIn(String password) {
		type("#name", "ann");
		type("#password", password);
		submit("#sign-in-form");
	}

	private void type(String selector, String value) {
		this.browser.evaluate(
				"(() => { const field = document.querySelector('%s'); field.value = '%s';".formatted(selector, value)
						+ " field.dispatchEvent(new Event('input', { bubbles: true })); })()");
	}

	private void click(String selector) {
		this.browser.evaluate("document.querySelector('%s').click()".formatted(selector));
	}

	private void submit(String selector) {
		this.browser.evaluate("document.querySelector('%s').requestSubmit()".formatted(selector));
	}

	private String text(String selector) {
		return String.valueOf(this.browser.evaluate("document.querySelector('%s').textContent".formatted(selector)))
			.strip();
	}

	private String value(String selector) {
		return String.valueOf(this.browser.evaluate("document.querySelector('%s').value".formatted(selector)));
	}

	private boolean isVisible(String selector) {
		return Boolean.TRUE
			.equals(this.browser.evaluate("document.querySelector('%s').offsetHeight > 0".formatted(selector)));
	}

	private void shoot(String name) throws Exception {
		this.browser.screenshot(SCREENSHOTS.resolve("portal-" + name + ".png"));
	}

}
