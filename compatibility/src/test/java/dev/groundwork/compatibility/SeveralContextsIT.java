package dev.groundwork.compatibility;

import java.time.Duration;
import java.util.List;

import dev.groundwork.compatibility.servlet.ServletApplication;
import dev.groundwork.readiness.Readiness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Several application contexts in one JVM.
 */
class SeveralContextsIT {

	@RegisterExtension
	static final Servers servers = new Servers();

	private final SpringApplicationBuilder application = new SpringApplicationBuilder(ServletApplication.class);

	@Test
	void promisesAreKeptInTheChildOfAPlainContext() {
		List<Thread> before = threads();
		SpringApplicationBuilder child = new SpringApplicationBuilder(PlainConfiguration.class)
			.web(WebApplicationType.NONE)
			.child(ServletApplication.class)
			.web(WebApplicationType.SERVLET);
		try (ConfigurableApplicationContext context = servers.run("child", child)) {
			servers.assertPromisesAreKept("child", Actuator.of(context).awaitReady());
		}
		// The parent is still there, and nothing of it needs a thread
		await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(before).containsAll(threads()));
	}

	@Test
	void promisesAreKeptInTheChildOfAnApplication() {
		SpringApplicationBuilder child = new SpringApplicationBuilder(ApplicationConfiguration.class)
			.web(WebApplicationType.NONE)
			.child(ServletApplication.class)
			.web(WebApplicationType.SERVLET);
		try (ConfigurableApplicationContext context = servers.run("grown-up", child)) {
			Readiness readiness = context.getBean(Readiness.class);
			await().atMost(Jvm.LONGEST_RUN).until(readiness::isReady);
			servers.assertIndexesExist("grown-up");
			servers.assertQueueExists("grown-up.orders");
		}
	}

	@Test
	void applicationsSideBySideDoNotDisturbEachOther() {
		try (ConfigurableApplicationContext left = servers.run("left", this.application)) {
			Actuator actuator = Actuator.of(left).awaitReady();
			SpringApplicationBuilder other = new SpringApplicationBuilder(ServletApplication.class);
			try (ConfigurableApplicationContext right = servers.run("right", other)) {
				servers.assertPromisesAreKept("right", Actuator.of(right).awaitReady());
			}
			assertThat(actuator.status("/health/readiness")).isEqualTo(200);
			servers.assertListens("left");
		}
	}

	@Test
	void threadsEndWithTheirContext() {
		List<Thread> before = threads();
		try (ConfigurableApplicationContext context = servers.run("ended", this.application)) {
			Actuator.of(context).awaitReady();
			assertThat(threads()).isNotEqualTo(before);
		}
		await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(before).containsAll(threads()));
	}

	private static List<Thread> threads() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread.getName().startsWith("groundwork-"))
			.toList();
	}

	@Configuration(proxyBeanMethods = false)
	static class PlainConfiguration {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class ApplicationConfiguration {

	}

}
