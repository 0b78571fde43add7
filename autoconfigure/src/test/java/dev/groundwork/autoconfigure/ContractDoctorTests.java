package dev.groundwork.autoconfigure;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

import com.jayway.jsonpath.JsonPath;
import dev.groundwork.provision.Provisioner;
import dev.groundwork.resource.DesiredState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Tests for {@link ContractDoctor}, with a {@link SpringApplication} that has a web
 * server.
 */
@ExtendWith(OutputCaptureExtension.class)
class ContractDoctorTests {

	private static final String SECRET = "--app.jwt.secret=q8N2vX0cB7mK4tR1yW6zL9pS3dF5gH8j";

	private static final String[] CONTRACT = { "--groundwork.contract.secrets[0].property=app.jwt.secret",
			"--groundwork.contract.secrets[0].environment=JWT_SECRET",
			"--groundwork.contract.secrets[0].min-bytes=32" };

	private static final AtomicBoolean created = new AtomicBoolean();

	private static final AtomicBoolean runnerRan = new AtomicBoolean();

	private static FakeProvisioner provisioner = new FakeProvisioner();

	ContractDoctorTests() {
		created.set(false);
		runnerRan.set(false);
		provisioner = new FakeProvisioner();
	}

	@Test
	void nothingWrongEndsWithExitCodeZero(CapturedOutput output) {
		assertThat(run(SECRET)).isZero();
		assertThat(output.getOut()).startsWith("Configuration of 'shop'. No server was asked.")
			.contains("Production: yes, because no profile of")
			.contains("Contract\n  It holds.")
			.contains("Lint\n  Nothing is wrong with what is declared.")
			.contains("+ app.jwt.secret  (JWT_SECRET, secret)\n      from command line argument --app.jwt.secret")
			.endsWith("\nNothing is wrong. Exit code 0.\n");
		assertThat(created).isTrue();
	}

	@Test
	void brokenContractEndsWith78AndTellsWhyLintWasNotRun(CapturedOutput output) {
		assertThat(run()).isEqualTo(78);
		assertThat(output.getOut()).contains("   1. error: app.jwt.secret  [missing-secret]")
			.contains("export JWT_SECRET=$(openssl rand -base64 48)")
			.contains("Lint\n  It was not run. What is declared is known when the beans of the application exist")
			.contains("! app.jwt.secret  (JWT_SECRET, secret)\n      not set")
			.endsWith("\n1 error. Exit code 78.\n");
	}

	@Test
	void brokenContractLetsNoBeanBeCreated() {
		assertThat(run()).isEqualTo(78);
		assertThat(created).isFalse();
	}

	@Test
	void brokenRuleEndsWithExitCodeOne(CapturedOutput output) {
		provisioner.desired = DesiredState.of(new ArrayList<>(FakeProvisioner.contradicting()));
		assertThat(run(SECRET)).isEqualTo(1);
		assertThat(output.getOut()).contains("[conflicting-declarations]").endsWith("1 error. Exit code 1.\n");
	}

	@Test
	void brokenContractWinsOverBrokenRule() {
		provisioner.desired = DesiredState.of(new ArrayList<>(FakeProvisioner.contradicting()));
		assertThat(run()).isEqualTo(78);
	}

	@Test
	void warningsAreShownAndEndWithExitCodeZero(CapturedOutput output) {
		assertThat(run("--groundwork.contract.rules.missing-secret=warning")).isZero();
		assertThat(output.getOut()).contains("1. warning: app.jwt.secret  [missing-secret]")
			.endsWith("1 warning. Exit code 0.\n");
		assertThat(output.getErr()).doesNotContain("missing-secret");
	}

	@Test
	void reportIsForTerminalOfHundredColumns(CapturedOutput output) {
		run();
		assertThat(output.getOut().lines()).allSatisfy((line) -> assertThat(line).hasSizeLessThanOrEqualTo(100));
	}

	@Test
	void jsonOfBrokenContractHasStableNames(CapturedOutput output) {
		assertThat(run("--groundwork.output=json")).isEqualTo(78);
		String json = output.getOut();
		assertThat(json.lines()).hasSize(1);
		assertThat(JsonPath.<String>read(json, "$.application")).isEqualTo("shop");
		assertThat(JsonPath.<String>read(json, "$.mode")).isEqualTo("DOCTOR");
		assertThat(JsonPath.<Integer>read(json, "$.exitCode")).isEqualTo(78);
		assertThat(JsonPath.<Boolean>read(json, "$.production.active")).isTrue();
		assertThat(JsonPath.<String>read(json, "$.production.reason")).startsWith("no profile of");
		assertThat(JsonPath.<Map<String, Object>>read(json, "$.contract.findings[0]"))
			.containsOnlyKeys("rule", "severity", "property", "origin", "reason", "remedy")
			.containsEntry("rule", "missing-secret")
			.containsEntry("severity", "ERROR");
		assertThat(JsonPath.<Map<String, Object>>read(json, "$.settings[0]"))
			.containsOnlyKeys("property", "variable", "secret", "requiredWhen", "required", "satisfied", "origins")
			.containsEntry("satisfied", false);
		assertThat(JsonPath.<Boolean>read(json, "$.lint.run")).isFalse();
		assertThat(JsonPath.<String>read(json, "$.lint.reason")).isNotEmpty();
	}

	@Test
	void jsonOfBrokenRuleHasStableNames(CapturedOutput output) {
		provisioner.desired = DesiredState.of(new ArrayList<>(FakeProvisioner.contradicting()));
		assertThat(run(SECRET, "--groundwork.output=json")).isEqualTo(1);
		assertThat(JsonPath.<Boolean>read(output.getOut(), "$.lint.run")).isTrue();
		assertThat(JsonPath.<Map<String, Object>>read(output.getOut(), "$.lint.findings[0]")).containsOnlyKeys("rule",
				"severity", "subject", "source", "cause", "remedy");
		assertThat(JsonPath.<List<Object>>read(output.getOut(), "$.contract.findings")).isEmpty();
	}

	@Test
	void environmentExampleNeedsNothingToBeInOrder(CapturedOutput output) {
		assertThat(run("--groundwork.output=env")).isZero();
		assertThat(output.getOut()).startsWith("# The environment variables that 'shop' reads.")
			.contains("\nJWT_SECRET=\n");
		assertThat(output.getErr()).doesNotContain("missing-secret");
		assertThat(created).isFalse();
	}

	@Test
	void secretYamlNeedsNothingToBeInOrder(CapturedOutput output) {
		assertThat(run("--groundwork.output=secret-yaml")).isZero();
		assertThat(output.getOut()).contains("kind: Secret", "  name: \"shop-secrets\"", "  JWT_SECRET: \"\"");
		assertThat(created).isFalse();
	}

	@Test
	void unknownOutputIsRefusedWithTheKnownOnesAlsoWhereTheContractIsBroken() {
		assertThat(catchThrowable(() -> run("--groundwork.output=xml")))
			.hasStackTraceContaining("This run can write env, json, secret-yaml, text");
		assertThat(created).isFalse();
	}

	@Test
	void planDoesNotKnowTheOutputsOfTheDoctor() {
		assertThat(catchThrowable(() -> run(SECRET, "--groundwork.mode=plan", "--groundwork.output=env")))
			.hasStackTraceContaining("This run can write json, text, fake-format, kubernetes-probes");
	}

	@Test
	void contractsThatAreSwitchedOffLeaveTheLint(CapturedOutput output) {
		assertThat(run("--groundwork.contract.enabled=false")).isZero();
		assertThat(output.getOut()).doesNotContain("Production").contains("The contract lists nothing.");
	}

	@Test
	void noPortIsBoundNoServerIsAskedAndNoRunnerRuns() throws Exception {
		try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			assertThat(run(SECRET, "--server.address=127.0.0.1", "--server.port=" + taken.getLocalPort())).isZero();
		}
		assertThat(provisioner.mode).hasNullValue();
		assertThat(provisioner.applied).isEmpty();
		assertThat(runnerRan).isFalse();
	}

	@Test
	void standardOutputHasNothingButTheDocument(CapturedOutput output) {
		run(SECRET, "--groundwork.output=json", "--spring.main.banner-mode=console", "--logging.level.root=info");
		assertThat(output.getOut().lines()).hasSize(1);
		assertThat(output.getErr()).isNotEmpty();
	}

	private static int run(String... arguments) {
		List<String> all = new ArrayList<>(List.of(CONTRACT));
		all.addAll(List.of(arguments));
		if (all.stream().noneMatch((argument) -> argument.startsWith("--groundwork.mode="))) {
			all.add("--groundwork.mode=doctor");
		}
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
			GroundworkContractAutoConfiguration.class, GroundworkAutoConfiguration.class,
			GroundworkJobAutoConfiguration.class })
	static class Shop {

		Shop() {
			created.set(true);
		}

		@Bean
		Provisioner provisioner() {
			return provisioner;
		}

		@Bean
		ApplicationRunner runner() {
			return (arguments) -> runnerRan.set(true);
		}

	}

}
