package dev.groundwork.autoconfigure;

import java.io.IOException;
import java.util.Objects;

import dev.groundwork.diagnosis.PortHolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Tests for {@link PortOwnerFailureAnalyzer}.
 */
@EnabledOnOs(OS.LINUX)
@ExtendWith(OutputCaptureExtension.class)
class PortOwnerFailureAnalyzerTests {

	@Test
	void reportOfSpringBootNamesTheOwnerOfThePort(CapturedOutput output) throws IOException {
		try (PortHolder holder = PortHolder.start()) {
			Throwable failure = catchThrowable(
					() -> new SpringApplicationBuilder(WebServerOnly.class).web(WebApplicationType.SERVLET)
						.run("--server.address=127.0.0.1", "--server.port=" + holder.port()));
			assertThat(failure).isNotNull();
			assertThat(output).contains(
					"Web server failed to start. Port %1$d was already in use: port %1$d is held by process %2$d (java)."
						.formatted(holder.port(), holder.pid()))
				.doesNotContain("password");
		}
	}

	@Test
	void ownerThatTheSystemDoesNotShowIsFoundWithACommand() {
		FailureAnalysis analysis = Objects
			.requireNonNull(new PortOwnerFailureAnalyzer().analyze(new PortInUseException(1)));
		assertThat(analysis.getDescription()).contains("run: ss -ltnp 'sport = :1'");
		assertThat(analysis.getAction()).startsWith("Identify and stop the process that's listening on port 1");
	}

	@Configuration(proxyBeanMethods = false)
	@Import(TomcatServletWebServerAutoConfiguration.class)
	static class WebServerOnly {

	}

}
