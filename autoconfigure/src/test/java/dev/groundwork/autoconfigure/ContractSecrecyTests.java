package dev.groundwork.autoconfigure;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.groundwork.contract.Contract;
import dev.groundwork.contract.ContractStatus;
import dev.groundwork.contract.ContractViolationException;
import jakarta.validation.constraints.Pattern;
import jdk.jfr.Recording;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.validation.annotation.Validated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Tests that no value of a property leaves an application by any way on which its
 * contract is told, be the value a good one or a bad one, and in the right place or not.
 */
@Timeout(60)
@ExtendWith(OutputCaptureExtension.class)
class ContractSecrecyTests {

	private static final String PLANTED = "pl4nted";

	private static final String GOOD = "q8N2vX0cB7mK4tR1yW6zL9pS3dF5gH8j-pl4nted";

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path directory;

	@Test
	void applicationThatIsRefusedEarlyTellsNoValue(CapturedOutput output) throws IOException {
		refuse(Application.class, output);
		assertThat(output.getAll()).contains("DEBUG").doesNotContain("CONDITIONS EVALUATION REPORT");
	}

	@Test
	void applicationThatIsRefusedWhenAllIsReadTellsNoValue(CapturedOutput output) throws IOException {
		refuse(ApplicationWithAPostProcessor.class, output);
		assertThat(output.getAll()).contains("DEBUG", "CONDITIONS EVALUATION REPORT");
	}

	private void refuse(Class<?> application, CapturedOutput output) throws IOException {
		Map<String, Object> properties = contract();
		properties.put("app.bound.port", "pl4nted-port");
		properties.put("app.bound.name", "pl4nted-name");
		properties.put("app.bound.uri", "http://user:pl4nted@host:pl4nted/");
		properties.put("groundwork.mode", "pl4nted-mode");
		properties.put("groundwork.pasword", "pl4nted-unknown");
		properties.put("groundwork.contract.secrets[0].value", "pl4nted-unknown");
		for (String group : new String[] { "startup", "rabbitmq", "elasticsearch", "websocket", "readiness", "health",
				"shutdown", "report", "probe", "lint" }) {
			properties.put("groundwork." + group + ".pasword", "pl4nted-unknown");
		}
		Files.createFile(termination());
		Throwable failure = catchThrowable(() -> run(application, properties, "none"));
		assertThat(failure).isInstanceOf(ContractViolationException.class)
			.hasMessageContaining("app.bound.port")
			.hasMessageContaining("app.bound.name")
			.hasMessageContaining("groundwork.mode")
			.hasMessageContaining("groundwork.pasword")
			.hasMessageContaining("groundwork.startup.pasword")
			.hasMessageContaining("groundwork.lint.pasword")
			.hasMessageContaining("app.short.secret");
		for (Throwable current = failure; current != null; current = current.getCause()) {
			assertThat(current.toString()).doesNotContain(PLANTED);
		}
		StringWriter trace = new StringWriter();
		failure.printStackTrace(new PrintWriter(trace));
		assertThat(trace.toString()).doesNotContain(PLANTED);
		assertThat(((ContractViolationException) failure).report().toString()).doesNotContain(PLANTED);
		assertThat(output.getAll()).contains("APPLICATION FAILED TO START").doesNotContain(PLANTED);
		assertThat(termination()).content().contains("app.short.secret").doesNotContain(PLANTED);
	}

	@Test
	void startedApplicationTellsNoValue(CapturedOutput output) throws Exception {
		Map<String, Object> properties = contract();
		Contract.rules().keySet().forEach((rule) -> properties.put("groundwork.contract.rules." + rule, "warning"));
		Path recorded = this.directory.resolve("start.jfr");
		try (Recording recording = new Recording()) {
			for (String event : new String[] { "Task", "GateOpened", "Readiness", "Provisioning" }) {
				recording.enable("dev.groundwork." + event);
			}
			recording.start();
			try (ConfigurableApplicationContext context = run(Application.class, properties, "servlet")) {
				ContractStatus status = context.getBean(ContractStatus.class);
				assertThat(status.allFindings()).isNotEmpty();
				assertThat(status.toString()).doesNotContain(PLANTED);
				assertThat(get(context, "groundwork", "application/json")).contains("app.short.secret", "NEAR_SECRT")
					.doesNotContain(PLANTED);
				assertThat(get(context, "groundwork", "text/html")).contains("app.short.secret", "production: because")
					.doesNotContain(PLANTED);
				assertThat(get(context, "health", "application/json")).contains("status").doesNotContain(PLANTED);
				assertThat(get(context, "metrics", "application/json")).doesNotContain(PLANTED);
				assertThat(get(context, "conditions", "application/json")).doesNotContain(PLANTED);
				assertThat(get(context, "beans", "application/json")).doesNotContain(PLANTED);
			}
			recording.dump(recorded);
		}
		assertThat(Files.readString(recorded, StandardCharsets.ISO_8859_1)).doesNotContain(PLANTED);
		assertThat(output.getAll()).contains("The configuration keeps its contract, with", "app.short.secret")
			.doesNotContain(PLANTED);
	}

	private static Map<String, Object> contract() {
		Map<String, Object> properties = new LinkedHashMap<>();
		secret(properties, 0, "app.good.secret", "GOOD_SECRET", GOOD);
		secret(properties, 1, "app.short.secret", "SHORT_SECRET", "pl4nted");
		secret(properties, 2, "app.padded.secret", "PADDED_SECRET", "  pl4nted-padded-pl4nted-padded-pl4nted\n");
		secret(properties, 3, "app.default.secret", "DEFAULT_SECRET", "${DEFAULT_SECRET:pl4nted-default}");
		secret(properties, 4, "app.near.secret", "NEAR_SECRET", "${NEAR_SECRET}");
		secret(properties, 5, "app.two.secret", "TWO_SECRET", GOOD);
		properties.put("TWO_SECRET", "another-pl4nted-value-which-is-long-enough");
		properties.put("NEAR_SECRT", "pl4nted-near");
		properties.put("app.search.url", "http://user:pl4nted@localhost:9200/");
		properties.put("spring.datasource.url", "jdbc:postgresql://user:pl4nted@localhost/db?password=pl4nted");
		return properties;
	}

	private static void secret(Map<String, Object> properties, int index, String property, String environment,
			String value) {
		String prefix = "groundwork.contract.secrets[" + index + "].";
		properties.put(prefix + "property", property);
		properties.put(prefix + "environment", environment);
		properties.put(prefix + "min-bytes", "32");
		properties.put(property, value);
	}

	private ConfigurableApplicationContext run(Class<?> type, Map<String, Object> properties,
			String webApplicationType) {
		SpringApplication application = new SpringApplication(type);
		application.setDefaultProperties(properties);
		return application.run("--spring.main.web-application-type=" + webApplicationType, "--debug", "--server.port=0",
				"--server.address=127.0.0.1", "--management.endpoints.web.exposure.include=*",
				"--management.endpoint.health.show-details=always", "--spring.rabbitmq.channel-rpc-timeout=10s",
				"--groundwork.report.termination-message-path=" + termination());
	}

	private Path termination() {
		return this.directory.resolve("termination-log");
	}

	private static String get(ConfigurableApplicationContext context, String endpoint, String type) throws Exception {
		String port = context.getEnvironment().getProperty("local.server.port");
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/" + endpoint))
			.header("Accept", type)
			.build();
		return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@EnableConfigurationProperties(Bound.class)
	static class Application {

	}

	@Configuration(proxyBeanMethods = false)
	static class ApplicationWithAPostProcessor extends Application {

		@Bean
		static BeanFactoryPostProcessor own() {
			return (beanFactory) -> {
			};
		}

	}

	@Validated
	@ConfigurationProperties("app.bound")
	record Bound(int port, @Nullable URI uri,
			@Nullable @Pattern(regexp = "[0-9]+", message = "'${validatedValue}' is no number") String name) {

	}

}
