package dev.groundwork.autoconfigure;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

import com.jayway.jsonpath.JsonPath;
import dev.groundwork.plan.Observation;
import dev.groundwork.provision.Provisioner;
import dev.groundwork.resource.DesiredState;
import dev.groundwork.startup.StartupTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link GroundworkJobAutoConfiguration}, with a {@link SpringApplication} that
 * has a web server.
 */
@ExtendWith(OutputCaptureExtension.class)
class GroundworkJobAutoConfigurationTests {

	private static final AtomicBoolean runnerRan = new AtomicBoolean();

	private static final AtomicBoolean taskRan = new AtomicBoolean();

	private static final AtomicBoolean closed = new AtomicBoolean();

	private static FakeProvisioner provisioner = new FakeProvisioner();

	GroundworkJobAutoConfigurationTests() {
		runnerRan.set(false);
		taskRan.set(false);
		closed.set(false);
		provisioner = new FakeProvisioner();
	}

	@Test
	void planOfWhatIsAsDeclaredEndsWithExitCodeZero(CapturedOutput output) {
		assertThat(run("--groundwork.mode=plan")).isZero();
		assertThat(output.getOut()).startsWith("Plan for 'shop'").contains("= thing 'one'").contains("1 unchanged.");
		assertThat(provisioner.applied).isEmpty();
	}

	@Test
	void planOfWhatIsMissingEndsWithExitCodeTwoAndChangesNothing() {
		provisioner.observation = new Observation.Absent();
		assertThat(run("--groundwork.mode=plan")).isEqualTo(2);
		assertThat(provisioner.applied).isEmpty();
	}

	@Test
	void standardOutputHasNothingButTheDocument(CapturedOutput output) {
		run("--groundwork.mode=plan", "--groundwork.output=json", "--spring.main.banner-mode=console",
				"--logging.level.root=info");
		assertThat(output.getOut().lines()).hasSize(1);
		assertThat(JsonPath.<String>read(output.getOut(), "$.mode")).isEqualTo("PLAN");
		assertThat(output.getErr()).isNotEmpty();
	}

	@Test
	void noPortIsBoundNoTaskAndNoRunnerRuns() throws Exception {
		try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			assertThat(run("--groundwork.mode=plan", "--server.address=127.0.0.1",
					"--server.port=" + taken.getLocalPort()))
				.isZero();
		}
		assertThat(runnerRan).isFalse();
		assertThat(taskRan).isFalse();
	}

	@Test
	void beansAreClosed() {
		run("--groundwork.mode=plan");
		assertThat(closed).isTrue();
	}

	@Test
	void applyWithExitProvisionsAndEnds(CapturedOutput output) {
		provisioner.observation = new Observation.Absent();
		assertThat(run("--groundwork.exit=true")).isZero();
		assertThat(provisioner.applied).hasSize(1);
		assertThat(output.getOut()).startsWith("Groundwork of 'shop'.").contains("1 created.");
		assertThat(runnerRan).isFalse();
	}

	@Test
	void verifyWithExitWaitsAtMostUntilTheDeadline(CapturedOutput output) {
		provisioner.observation = new Observation.Absent();
		Throwable failure = catchThrowable(() -> run("--groundwork.mode=verify", "--groundwork.exit=true",
				"--groundwork.startup.deadline=300ms", "--groundwork.output=json"));
		assertThat(failure).rootCause().hasMessageContaining("not done after");
		assertThat(provisioner.applied).isEmpty();
		assertThat(JsonPath.<Integer>read(output.getOut(), "$.exitCode")).isEqualTo(1);
		assertThat(JsonPath.<List<Object>>read(output.getOut(), "$.backEnds[0].failures")).hasSize(1);
	}

	@Test
	void brokenRuleEndsThePlanWithoutAskingAServer(CapturedOutput output) {
		provisioner.desired = DesiredState.of(new ArrayList<>(FakeProvisioner.contradicting()));
		assertThat(run("--groundwork.mode=plan")).isEqualTo(1);
		assertThat(output.getOut()).contains("[conflicting-declarations]").contains("No server was asked");
		assertThat(provisioner.mode).hasNullValue();
	}

	@Test
	void exportIsWrittenWithoutAskingAServer(CapturedOutput output) {
		assertThat(run("--groundwork.mode=plan", "--groundwork.output=fake-format")).isZero();
		assertThat(output.getOut()).isEqualTo("thing 'one'");
		assertThat(provisioner.mode).hasNullValue();
	}

	@Test
	void unknownOutputIsRefusedWithTheKnownOnes() {
		assertThat(catchThrowable(() -> run("--groundwork.mode=plan", "--groundwork.output=xml")))
			.hasStackTraceContaining("This run can write json, text, fake-format, kubernetes-probes");
	}

	@Test
	void probesAreWrittenWithoutAskingAServer(CapturedOutput output) {
		provisioner.observation = new Observation.Absent();
		assertThat(run("--groundwork.mode=plan", "--groundwork.output=kubernetes-probes", "--server.port=8088",
				"--groundwork.startup.deadline=3m"))
			.isZero();
		assertThat(output.getOut()).startsWith("# Probes of 'shop'")
			.contains("port: 8088", "failureThreshold: 106", "terminationGracePeriodSeconds: 50");
		assertThat(taskRan).isFalse();
	}

	@Test
	void probesThatNobodyWouldAnswerAreRefused() {
		assertThat(catchThrowable(
				() -> run("--groundwork.mode=plan", "--groundwork.output=kubernetes-probes", "--server.port=0")))
			.hasStackTraceContaining("'server.port' is 0");
	}

	@Test
	void serviceThatIsNotAskedToEndServes(CapturedOutput output) {
		SpringApplication application = new SpringApplication(Shop.class);
		ConfigurableApplicationContext context = application.run("--spring.application.name=shop", "--server.port=0");
		await().until(() -> output.getOut().contains("READY in"));
		context.close();
		assertThat(runnerRan).isTrue();
	}

	private static int run(String... arguments) {
		List<String> all = new ArrayList<>(List.of(arguments));
		all.add("--spring.application.name=shop");
		all.add("--org.springframework.boot.test.context.SpringBootTestContextBootstrapper=true");
		Throwable failure = catchThrowable(() -> new SpringApplication(Shop.class).run(all.toArray(String[]::new)));
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof JobCompletedException completed) {
				return completed.getExitCode();
			}
		}
		throw (failure instanceof RuntimeException thrown) ? thrown : new IllegalStateException("It went on", failure);
	}

	/**
	 * A service with a web server.
	 */
	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ TomcatServletWebServerAutoConfiguration.class, DispatcherServletAutoConfiguration.class,
			GroundworkAutoConfiguration.class, GroundworkJobAutoConfiguration.class })
	static class Shop {

		@Bean
		Provisioner provisioner() {
			return provisioner;
		}

		@Bean
		StartupTask task() {
			return StartupTask.of("own", Set.of(), (progress) -> taskRan.set(true));
		}

		@Bean
		ApplicationRunner runner() {
			return (arguments) -> runnerRan.set(true);
		}

		@Bean
		AutoCloseable resource() {
			return () -> closed.set(true);
		}

	}

}
