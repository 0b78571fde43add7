package dev.groundwork.report;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

import dev.groundwork.local.Chromium;
import dev.groundwork.readiness.DependencyPolicy;
import dev.groundwork.readiness.DependencyStatus;
import dev.groundwork.readiness.ReadinessState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link StartupPage} in a real browser.
 */
class StartupPageIT {

	private static final AtomicReference<GroundworkReport> report = new AtomicReference<>();

	private static final Path SCREENSHOTS = Path.of("target", "screenshots");

	private static final Instant JVM_START = Instant.now().minusMillis(11400);

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private static Path profile;

	@SuppressWarnings("NullAway.Init")
	private static ConfigurableApplicationContext context;

	@SuppressWarnings("NullAway.Init")
	private static Chromium browser;

	@BeforeAll
	static void start() throws Exception {
		context = SpringApplication.run(Service.class, "--server.port=0", "--server.address=127.0.0.1",
				"--spring.application.name=search", "--spring.main.banner-mode=off",
				"--management.endpoints.web.exposure.include=groundwork");
		browser = new Chromium(profile);
	}

	@AfterAll
	static void stop() {
		context.close();
		browser.close();
	}

	@BeforeEach
	void window() {
		browser.scripts(true);
		browser.window(1100, 900, false);
	}

	@ParameterizedTest
	@EnumSource(PageState.class)
	void everyStateIsSaidFirst(PageState state) throws Exception {
		open(of(state));
		assertThat(text("h1 .label")).isEqualTo(state.label());
		assertThat(browser.evaluate("document.title")).isEqualTo(state.label() + ": search");
		shoot(state.name().toLowerCase(Locale.ROOT));
	}

	@ParameterizedTest
	@CsvSource({ "STARTING, 360, true", "READY, 360, false", "DEGRADED, 360, true", "FAILED, 360, false",
			"DEADLOCK, 360, true", "STARTING, 1100, true", "DEGRADED, 1100, true", "DEADLOCK, 1100, true" })
	void pageFitsTheWindowAndCanBeRead(PageState state, int width, boolean dark) throws Exception {
		browser.window(width, 900, dark);
		open(of(state));
		assertThat(browser.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
		assertThat(browser.faintTexts()).isEmpty();
		shoot("%s-%d-%s".formatted(state.name().toLowerCase(Locale.ROOT), width, dark ? "dark" : "light"));
	}

	@Test
	void hostileNamesAreText() throws Exception {
		browser.window(360, 900, false);
		open(TestReport.hostile(JVM_START));
		assertThat(browser.evaluate("typeof window.hacked")).isEqualTo("undefined");
		assertThat(browser.evaluate("document.querySelectorAll('img').length")).isEqualTo(0);
		assertThat(browser.evaluate("document.scripts.length")).isEqualTo(1);
		assertThat(text("#reasons")).contains("<script>window.hacked=1</script>");
		assertThat(browser.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
	}

	@Test
	void policyForbidsWhatTheDocumentDoesNotHave() {
		open(of(PageState.READY));
		browser.evaluate("document.body.insertAdjacentHTML('beforeend', '<img id=x src=/other.png onerror=hacked=1>')");
		browser.evaluate("document.body.append(Object.assign(document.createElement('script'), {text: 'hacked=2'}))");
		assertThat(browser.evaluate("typeof window.hacked")).isEqualTo("undefined");
		assertThat(browser.evaluate("fetch('http://127.0.0.2/').then(() => 'sent', () => 'refused')"))
			.isEqualTo("refused");
		assertThat(browser.evaluate("performance.getEntriesByType('resource').map((e) => e.name)"
				+ ".filter((name) => new URL(name).origin !== location.origin && !name.startsWith('data:')).length"))
			.isEqualTo(0);
	}

	@Test
	void pageFollowsTheStartWithoutBeingLoadedAgain() {
		open(of(PageState.STARTING));
		browser.evaluate("document.getElementById('mermaid').open = true; window.same = true");
		report.set(of(PageState.DEADLOCK));
		await().atMost(Duration.ofSeconds(10)).until(() -> text("h1 .label").equals("Deadlock"));
		assertThat(browser.evaluate("document.getElementById('mermaid').open && window.same")).isEqualTo(true);
		report.set(of(PageState.READY));
		await().atMost(Duration.ofSeconds(10)).until(() -> text("h1 .label").equals("Ready"));
		assertThat(text("#reasons")).isEmpty();
	}

	@Test
	void pageThatIsPausedStaysAsItIs() {
		open(of(PageState.STARTING));
		browser.evaluate("document.getElementById('pause').click()");
		report.set(of(PageState.READY));
		await().during(Duration.ofMillis(1500))
			.atMost(Duration.ofSeconds(5))
			.until(() -> text("h1 .label").equals("Starting"));
		browser.evaluate("document.getElementById('pause').click()");
		await().atMost(Duration.ofSeconds(10)).until(() -> text("h1 .label").equals("Ready"));
	}

	@Test
	void resourcesAreFiltered() {
		open(of(PageState.READY));
		browser.evaluate("document.getElementById('search').value = 'DOCUMENTS';"
				+ "document.getElementById('search').dispatchEvent(new Event('input', {bubbles: true}))");
		assertThat(visibleRows()).isEqualTo(4);
		browser.evaluate("document.getElementById('back-end').value = 'rabbitmq';"
				+ "document.getElementById('back-end').dispatchEvent(new Event('input', {bubbles: true}))");
		assertThat(visibleRows()).isEqualTo(3);
		assertThat(text("#found")).isEqualTo("3 of 7");
	}

	@Test
	void everythingCanBeReachedByKeyboard() {
		open(of(PageState.DEADLOCK));
		browser.press("Tab");
		assertThat(browser.evaluate("document.activeElement.className")).isEqualTo("skip");
		browser.press("Tab");
		assertThat(browser.evaluate("document.activeElement.id")).isEqualTo("pause");
		browser.press("Tab");
		assertThat(browser.evaluate("document.activeElement.className")).isEqualTo("scroll");
		browser.press("Tab");
		assertThat(browser.evaluate("document.activeElement.tagName")).isEqualTo("SUMMARY");
	}

	@Test
	void landmarksAndHeadingsAreThere() {
		open(of(PageState.DEGRADED));
		assertThat(browser.evaluate("[...document.querySelectorAll('header, main, section')].length")).isEqualTo(7);
		assertThat(browser.evaluate("document.querySelectorAll('h1').length")).isEqualTo(1);
		assertThat(browser.evaluate("[...document.querySelectorAll('section')]"
				+ ".every((section) => document.getElementById(section.getAttribute('aria-labelledby')))"))
			.isEqualTo(true);
	}

	@Test
	void pageNeedsNoScript() throws Exception {
		browser.scripts(false);
		open(of(PageState.STARTING));
		assertThat(text("h1 .label")).isEqualTo("Starting");
		assertThat(visibleRows()).isEqualTo(2);
		assertThat(browser.evaluate("getComputedStyle(document.querySelector('.filter')).display")).isEqualTo("none");
		report.set(of(PageState.READY));
		await().atMost(Duration.ofSeconds(15)).until(() -> text("h1 .label").equals("Ready"));
		shoot("no-script");
	}

	private static GroundworkReport of(PageState state) {
		return switch (state) {
			case STARTING -> TestReport.starting(JVM_START);
			case READY -> TestReport.running(JVM_START, ReadinessState.READY,
					TestReport.dependency("rabbitmq", DependencyStatus.UP, null),
					TestReport.dependency("elasticsearch", DependencyStatus.UP, null));
			case DEGRADED -> TestReport.running(JVM_START, ReadinessState.DEGRADED,
					TestReport.dependency("rabbitmq", DependencyStatus.UP, null),
					TestReport.lostSearch(DependencyPolicy.STARTUP));
			case UNREADY ->
				TestReport.running(JVM_START, ReadinessState.UNREADY, TestReport.lostSearch(DependencyPolicy.STRICT));
			case STOPPING -> TestReport.running(JVM_START, ReadinessState.STOPPING);
			case FAILED -> TestReport.failed(JVM_START);
			case DEADLOCK -> TestReport.deadlock(JVM_START);
		};
	}

	private static void open(GroundworkReport shown) {
		report.set(shown);
		String port = context.getEnvironment().getProperty("local.server.port");
		String mark = "?" + System.nanoTime();
		browser.open("http://127.0.0.1:" + port + "/actuator/groundwork" + mark);
		await().atMost(Duration.ofSeconds(20))
			.until(() -> Boolean.TRUE
				.equals(browser.evaluate("document.readyState === 'complete' && location.search === '" + mark + "'")));
	}

	private static String text(String selector) {
		return String.valueOf(Objects.requireNonNullElse(
				browser.evaluate("(document.querySelector('%s') || {}).textContent".formatted(selector)), ""));
	}

	private static Object visibleRows() {
		return Objects.requireNonNull(browser.evaluate(
				"[...document.querySelectorAll('.resources tbody tr')].filter((row) => row.offsetHeight > 0).length"));
	}

	private static void shoot(String name) throws Exception {
		browser.screenshot(SCREENSHOTS.resolve(name + ".png"));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration(excludeName = { "org.springframework.boot.amqp.autoconfigure.RabbitAutoConfiguration",
			"dev.groundwork.autoconfigure.GroundworkRabbitMqAutoConfiguration",
			"dev.groundwork.autoconfigure.GroundworkElasticsearchAutoConfiguration" })
	static class Service {

		@Bean
		GroundworkEndpoint groundworkEndpoint() {
			return new GroundworkEndpoint(report::get);
		}

		@Bean
		GroundworkEndpointWebExtension groundworkEndpointWebExtension(GroundworkEndpoint endpoint) {
			return new GroundworkEndpointWebExtension(endpoint, "search", JVM_START);
		}

	}

}
