package dev.groundwork.autoconfigure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

import dev.groundwork.diagnosis.DiagnosedException;
import dev.groundwork.readiness.Readiness;
import dev.groundwork.startup.BeanInCreation;
import dev.groundwork.startup.StartupObservation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.metrics.buffering.BufferingApplicationStartup;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.metrics.ApplicationStartup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link EarlyStart} and {@link EarlyStartListener}, in applications that
 * really start.
 */
@Timeout(60)
@ExtendWith(OutputCaptureExtension.class)
class EarlyStartTests {

	private static final String TEST = "org.springframework.boot.test.context.SpringBootTestContextBootstrapper";

	private final HttpClient http = HttpClient.newHttpClient();

	private final List<ConfigurableApplicationContext> contexts = new ArrayList<>();

	@AfterEach
	void close() {
		this.contexts.forEach(ConfigurableApplicationContext::close);
	}

	@Test
	void portThatNobodyHasChosenIsPublishedAndEndsWithTheContext() {
		ConfigurableApplicationContext context = run(Map.of("groundwork.probe.port", "0"));
		int port = context.getEnvironment().getRequiredProperty("local.groundwork.probe.port", Integer.class);
		await().until(() -> status(port, "/readyz") == 200);
		assertThat(status(port, "/livez")).isEqualTo(200);
		context.close();
		assertThat(status(port, "/livez")).isEqualTo(-1);
	}

	@Test
	void thereIsNoServerUnlessThereIsPort() {
		ConfigurableApplicationContext context = run(Map.of());
		assertThat(context.getEnvironment().containsProperty("local.groundwork.probe.port")).isFalse();
	}

	@Test
	void nothingIsObservedWhenSwitchedOff() {
		SpringApplication application = application(
				Map.of("groundwork.enabled", "false", "groundwork.probe.port", "0"));
		ConfigurableApplicationContext context = run(application);
		assertThat(application.getApplicationStartup()).isSameAs(ApplicationStartup.DEFAULT);
		assertThat(context.getEnvironment().containsProperty("local.groundwork.probe.port")).isFalse();
		assertThat(context.getBeanProvider(StartupObservation.class).getIfAvailable()).isNull();
	}

	@Test
	void portThatIsTakenEndsTheStartWithReport(CapturedOutput output) throws IOException {
		try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			SpringApplication application = application(
					Map.of("groundwork.probe.port", other.getLocalPort(), "groundwork.probe.address", "127.0.0.1"));
			assertThatExceptionOfType(DiagnosedException.class).isThrownBy(application::run);
			assertThat(output).contains("APPLICATION FAILED TO START")
				.contains("Early probe server on port %d (groundwork.probe.port)".formatted(other.getLocalPort()));
		}
	}

	@Test
	void serverThatDoesNotComeEndsTheStartWithReport(CapturedOutput output) {
		CountDownLatch never = new CountDownLatch(1);
		SpringApplication application = applicationWhosePortIsRead(() -> hold(never));
		assertThatExceptionOfType(DiagnosedException.class).isThrownBy(application::run);
		never.countDown();
		assertThat(output).contains("APPLICATION FAILED TO START").contains("does not listen after 10 s");
	}

	@Test
	void interruptEndsTheWaitForTheServer() {
		CountDownLatch never = new CountDownLatch(1);
		Thread starting = Thread.currentThread();
		SpringApplication application = applicationWhosePortIsRead(() -> {
			starting.interrupt();
			hold(never);
		});
		assertThatIllegalStateException().isThrownBy(application::run)
			.withMessage("Interrupted while waiting for the early probe server");
		assertThat(Thread.interrupted()).isTrue();
		never.countDown();
	}

	@Test
	void nextApplicationTakesOverTheServer() {
		int port = FreePort.find();
		Map<String, Object> properties = Map.of("groundwork.probe.port", port, "groundwork.probe.address", "127.0.0.1");
		ConfigurableApplicationContext first = run(properties);
		await().until(() -> status(port, "/readyz") == 200);
		first.close();
		assertThat(body(port, "/readyz")).contains("\"status\":\"STOPPING\"");
		assertThat(status(port, "/livez")).isEqualTo(200);
		run(properties);
		await().until(() -> status(port, "/readyz") == 200);
	}

	@Test
	void failedStartIsToldUntilTheJvmEnds() {
		int port = FreePort.find();
		SpringApplication application = application(
				Map.of("groundwork.probe.port", port, "groundwork.probe.address", "127.0.0.1"));
		application.addPrimarySources(List.of(Failing.class));
		assertThatExceptionOfType(RuntimeException.class).isThrownBy(application::run);
		assertThat(body(port, "/readyz")).contains("\"status\":\"FAILED\"", "java.lang.IllegalStateException");
		assertThat(status(port, "/readyz")).isEqualTo(503);
	}

	@Test
	void applicationThatRefusesRequestsIsNotReady() {
		ConfigurableApplicationContext context = run(Map.of("groundwork.probe.port", "0"));
		int port = context.getEnvironment().getRequiredProperty("local.groundwork.probe.port", Integer.class);
		await().until(() -> status(port, "/readyz") == 200);
		AvailabilityChangeEvent.publish(context, ReadinessState.REFUSING_TRAFFIC);
		assertThat(status(port, "/readyz")).isEqualTo(503);
		AvailabilityChangeEvent.publish(context, LivenessState.BROKEN);
		assertThat(status(port, "/livez")).isEqualTo(503);
		assertThat(context.getBean(Readiness.class).breakage()).isNotNull();
	}

	@Test
	void beansAreSeenWhileTheyAreCreated() {
		SpringApplication application = application(Map.of());
		application.addPrimarySources(List.of(Watched.class));
		ConfigurableApplicationContext context = run(application);
		assertThat(context.getBean(Seen.class).beans()).extracting(BeanInCreation::name).containsExactly("watched");
		assertThat(context.getBean(StartupObservation.class).hasStarted()).isTrue();
		assertThat(context.getBean(StartupObservation.class).beans()).isEmpty();
	}

	@Test
	void bufferOfTheApplicationIsStillThere() {
		BufferingApplicationStartup buffer = new BufferingApplicationStartup(1000);
		SpringApplication application = application(Map.of());
		application.setApplicationStartup(buffer);
		ConfigurableApplicationContext context = run(application);
		assertThat(context.getBean(BufferingApplicationStartup.class).getBufferedTimeline().getEvents()).isNotEmpty();
		assertThat(buffer.getBufferedTimeline().getEvents())
			.anyMatch((event) -> event.getStartupStep().getName().equals("spring.beans.instantiate"));
	}

	@Test
	void everyContextOfHierarchyHasItsOwnObservation() {
		ConfigurableApplicationContext child = new SpringApplicationBuilder(Empty.class).web(WebApplicationType.NONE)
			.properties(TEST + "=true")
			.child(TestApplication.class)
			.web(WebApplicationType.NONE)
			.run();
		this.contexts.add(child);
		ApplicationContext parent = child.getParent();
		assertThat(parent).isNotNull();
		assertThat(child.getBean(StartupObservation.class)).isNotSameAs(parent.getBean(StartupObservation.class));
		assertThat(child.getBean(StartupObservation.class).hasStarted()).isTrue();
		assertThat(parent.getBean(StartupObservation.class).hasStarted()).isTrue();
	}

	private ConfigurableApplicationContext run(Map<String, Object> properties) {
		return run(application(properties));
	}

	private ConfigurableApplicationContext run(SpringApplication application) {
		ConfigurableApplicationContext context = application.run();
		this.contexts.add(context);
		return context;
	}

	private static SpringApplication application(Map<String, Object> properties) {
		SpringApplication application = new SpringApplication(TestApplication.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		Map<String, Object> all = new LinkedHashMap<>(properties);
		all.put(TEST, "true");
		application.setDefaultProperties(all);
		return application;
	}

	private static SpringApplication applicationWhosePortIsRead(Runnable reading) {
		SpringApplication application = application(Map.of());
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources().addFirst(new PortSource(reading));
		application.setEnvironment(environment);
		return application;
	}

	private static void hold(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private int status(int port, String path) {
		try {
			return this.http.send(request(port, path), BodyHandlers.discarding()).statusCode();
		}
		catch (IOException ex) {
			return -1;
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private String body(int port, String path) {
		try {
			return this.http.send(request(port, path), BodyHandlers.ofString()).body();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static HttpRequest request(int port, String path) {
		return HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port, path))).build();
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration(GroundworkAutoConfiguration.class)
	static class TestApplication {

	}

	@Configuration(proxyBeanMethods = false)
	static class Empty {

	}

	@Configuration(proxyBeanMethods = false)
	static class Failing {

		@Bean
		Object failing() {
			throw new IllegalStateException("password 'hunter2'");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Watched {

		@Bean
		Seen watched(StartupObservation observation) {
			return new Seen(observation.beans());
		}

	}

	private record Seen(List<BeanInCreation> beans) {
	}

	/**
	 * Has the port of the early probe server, and does something before it tells that
	 * server.
	 */
	private static final class PortSource extends EnumerablePropertySource<Runnable> {

		private static final String NAME = "groundwork.probe.port";

		PortSource(Runnable reading) {
			super("port", reading);
		}

		@Override
		public String[] getPropertyNames() {
			return new String[] { NAME };
		}

		@Override
		public @Nullable Object getProperty(String name) {
			if (!name.equals(NAME)) {
				return null;
			}
			if (Thread.currentThread().getName().equals("groundwork-probe-start")) {
				this.source.run();
			}
			return "0";
		}

	}

}
