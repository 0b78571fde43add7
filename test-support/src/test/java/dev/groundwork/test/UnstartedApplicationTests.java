package dev.groundwork.test;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link UnstartedApplication}.
 */
class UnstartedApplicationTests {

	@Test
	void nobodyWatchesTheStartOfAnApplicationThatIsAbandoned() {
		new UnstartedApplication(Application.class).look((context) -> {
			assertThat(Thread.getAllStackTraces().keySet()).anyMatch(UnstartedApplicationTests::isWatchdog);
			return "";
		});
		await().atMost(Duration.ofSeconds(10))
			.untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
				.noneMatch(UnstartedApplicationTests::isWatchdog));
	}

	@Test
	void beansOfAnAbandonedApplicationAreDestroyed() {
		Resource resource = new UnstartedApplication(Application.class)
			.look((context) -> context.getBean(Resource.class));
		assertThat(resource.destroyed).isTrue();
	}

	private static boolean isWatchdog(Thread thread) {
		return thread.getName().startsWith("groundwork-watchdog");
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		@Bean
		Resource resource() {
			return new Resource();
		}

	}

	static class Resource implements DisposableBean {

		private boolean destroyed;

		@Override
		public void destroy() {
			this.destroyed = true;
		}

	}

}
