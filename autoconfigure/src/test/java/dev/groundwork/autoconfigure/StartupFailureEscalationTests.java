package dev.groundwork.autoconfigure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import dev.groundwork.diagnosis.DiagnosedException;
import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.diagnosis.FailureKind;
import dev.groundwork.readiness.GroundworkReadyEvent;
import dev.groundwork.startup.Startup;
import dev.groundwork.startup.StartupTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link StartupFailureEscalation} and {@link ReadyAnnouncement}, in
 * applications that really start.
 */
@Timeout(60)
@ExtendWith(OutputCaptureExtension.class)
class StartupFailureEscalationTests {

	private static final DiagnosedException FAILURE = new DiagnosedException(new Diagnosis(FailureKind.PERMANENT,
			"queue 'orders'", "exists with other attributes", "durable", "Declare it as found."), null);

	private final List<ConfigurableApplicationContext> contexts = new ArrayList<>();

	private final CountDownLatch mayFail = new CountDownLatch(1);

	@Test
	void failureThatBlocksTheStartEndsItOnTheStartingThread(CapturedOutput output) {
		this.mayFail.countDown();
		SpringApplication application = application(WebApplicationType.NONE, FailingTask.class);
		assertThatExceptionOfType(RuntimeException.class).isThrownBy(application::run)
			.satisfies((failure) -> assertThat(failure).rootCause().isSameAs(FAILURE));
		assertThat(output).contains("APPLICATION FAILED TO START").contains("The groundwork cannot be laid:");
		assertThat(this.contexts).singleElement().satisfies((context) -> assertThat(context.isActive()).isFalse());
	}

	@Test
	void failureInTheBackgroundBeforeTheEndOfTheStartEndsItOnTheStartingThread(CapturedOutput output) {
		this.mayFail.countDown();
		SpringApplication application = application(WebApplicationType.SERVLET, FailingTask.class,
				WaitForTheFailure.class);
		assertThatExceptionOfType(DiagnosedException.class).isThrownBy(application::run).isSameAs(FAILURE);
		assertThat(output).containsOnlyOnce("APPLICATION FAILED TO START");
		assertThat(this.contexts).singleElement().satisfies((context) -> assertThat(context.isActive()).isFalse());
	}

	@Test
	void failureAfterTheStartEndsTheApplicationWithTheSameReport(CapturedOutput output) {
		try (ConfigurableApplicationContext context = application(WebApplicationType.SERVLET, FailingTask.class)
			.run()) {
			assertThat(context.isActive()).isTrue();
			this.mayFail.countDown();
			await().until(() -> !context.isActive());
		}
		assertThat(output).containsOnlyOnce("APPLICATION FAILED TO START").contains("""
				The groundwork cannot be laid:

				  queue 'orders'
				      exists with other attributes
				      durable""").contains("Declare it as found.");
	}

	@Test
	void whenEveryTaskIsDoneSaysSoOnce(CapturedOutput output) {
		List<GroundworkReadyEvent> events = new ArrayList<>();
		SpringApplication application = application(WebApplicationType.NONE);
		application.addListeners((ApplicationListener<GroundworkReadyEvent>) events::add);
		try (ConfigurableApplicationContext context = application.run()) {
			await().until(() -> !events.isEmpty());
			assertThat(events).singleElement().satisfies((event) -> assertThat(event.getTimeToReady()).isPositive());
			assertThat(events.get(0).getApplicationContext()).isSameAs(context);
		}
		assertThat(output).containsOnlyOnce("READY in ").contains("0 of 0 gates open");
	}

	private SpringApplication application(WebApplicationType type, Class<?>... configurations) {
		SpringApplication application = new SpringApplication(TestApplication.class);
		application.setWebApplicationType(type);
		application.addPrimarySources(List.of(configurations));
		application.addInitializers((context) -> {
			this.contexts.add(context);
			context.getBeanFactory().registerSingleton("mayFail", this.mayFail);
		});
		application.setDefaultProperties(Map.of("server.port", "0", "server.address", "127.0.0.1",
				// As in @SpringBootTest: the JVM is not the application's to end
				"org.springframework.boot.test.context.SpringBootTestContextBootstrapper", "true"));
		return application;
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ GroundworkAutoConfiguration.class, TomcatServletWebServerAutoConfiguration.class })
	static class TestApplication {

	}

	@Configuration(proxyBeanMethods = false)
	static class FailingTask {

		@Bean
		StartupTask failing(CountDownLatch mayFail) {
			return StartupTask.of("failing", Set.of(), (progress) -> {
				mayFail.await();
				throw FAILURE;
			});
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class WaitForTheFailure {

		@Bean
		SmartLifecycle waitForTheFailure(Startup startup) {
			return new FailureAwaited(startup);
		}

	}

	private static final class FailureAwaited implements SmartLifecycle {

		private final Startup startup;

		FailureAwaited(Startup startup) {
			this.startup = startup;
		}

		@Override
		public void start() {
			try {
				this.startup.completion().get(Duration.ofSeconds(20).toMillis(), TimeUnit.MILLISECONDS);
			}
			catch (ExecutionException ex) {
				assertThat(ex).cause().isSameAs(FAILURE);
			}
			catch (InterruptedException | TimeoutException ex) {
				throw new IllegalStateException(ex);
			}
		}

		@Override
		public void stop() {
		}

		@Override
		public boolean isRunning() {
			return false;
		}

	}

}
