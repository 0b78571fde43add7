package dev.groundwork.autoconfigure;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ProbesJob}.
 */
class ProbesJobTests {

	@Test
	void timesAreThoseOfTheConfiguration() {
		assertThat(write("groundwork.shutdown.drain-period=7s", "spring.lifecycle.timeout-per-shutdown-phase=20s"))
			.contains("failureThreshold: 106", "seconds: 3", "terminationGracePeriodSeconds: 40");
	}

	@Test
	void defaultsAreThoseOfSpringBootAndGroundwork() {
		assertThat(write()).contains("seconds: 5", "terminationGracePeriodSeconds: 50");
	}

	private static String write(String... properties) {
		ByteArrayOutputStream written = new ByteArrayOutputStream();
		new WebApplicationContextRunner().withPropertyValues(properties).run((context) -> {
			ProbesJob job = new ProbesJob("shop", context, Duration.ofMinutes(3));
			assertThat(job.run(new StandardOutput(new PrintStream(written, true, StandardCharsets.UTF_8)))).isZero();
		});
		return written.toString(StandardCharsets.UTF_8);
	}

}
