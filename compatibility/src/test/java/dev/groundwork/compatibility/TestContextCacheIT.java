package dev.groundwork.compatibility;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.groundwork.compatibility.servlet.ServletApplication;
import dev.groundwork.readiness.Readiness;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.ClassMode;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Contexts that {@code @SpringBootTest} makes, and {@code @DirtiesContext} throws away.
 */
@SpringBootTest(classes = ServletApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "spring.application.name=cached", "orders.token=" + Application.TOKEN })
@DirtiesContext(classMode = ClassMode.AFTER_EACH_TEST_METHOD)
class TestContextCacheIT {

	@RegisterExtension
	static final Servers servers = new Servers();

	private static final List<ConfigurableApplicationContext> earlier = new ArrayList<>();

	private static final List<Thread> threads = new ArrayList<>();

	@DynamicPropertySource
	static void servers(DynamicPropertyRegistry registry) {
		servers.forgetIndexInFile();
		servers.arguments().forEach((argument) -> {
			String[] property = argument.substring("--".length()).split("=", 2);
			registry.add(property[0], () -> property[1]);
		});
	}

	@RepeatedTest(2)
	void eachContextKeepsThePromisesAndLeavesNoThreadBehind(@Autowired ConfigurableApplicationContext context,
			@Autowired Readiness readiness) {
		await().atMost(Jvm.LONGEST_RUN).until(readiness::isReady);
		servers.assertPromisesAreKept("cached", Actuator.of(context).awaitReady());
		assertThat(earlier).doesNotContain(context).noneMatch(ConfigurableApplicationContext::isActive);
		await().atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(threads).filteredOn(Thread::isAlive).isEmpty());
		earlier.add(context);
		Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread.getName().startsWith("groundwork-"))
			.forEach(threads::add);
		assertThat(threads).isNotEmpty();
	}

}
