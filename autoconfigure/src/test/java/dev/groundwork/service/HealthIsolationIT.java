package dev.groundwork.service;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Integration tests for health indicators that cannot hold up a probe.
 */
@Timeout(120)
@ExtendWith(RunningService.Closing.class)
class HealthIsolationIT {

	private static final Duration SOON = Duration.ofSeconds(30);

	private static final String MEMBERS = "--management.endpoint.health.group.readiness.include=readinessState,";

	@Test
	void indicatorThatHangsForEverHoldsUpNoProbeAndTakesOneThread() {
		RunningService service = RunningService.web(HangingService.class, MEMBERS + "stuck",
				"--groundwork.readiness.dependencies.stuck.policy=ignore",
				"--groundwork.readiness.dependencies.stuck.timeout=300ms",
				"--groundwork.readiness.dependencies.stuck.failure-threshold=1");
		HangingService stuck = service.bean(HangingService.class);
		await().atMost(SOON)
			.until(() -> service.body("/actuator/health/readiness/stuck").contains("\"hung\"")
					&& service.status("readiness/stuck") == 503);
		assertThat(service.body("/actuator/health/readiness/stuck")).contains("CountDownLatch").contains("hangs for");
		int threads = threads();
		HealthEndpoint endpoint = service.bean(HealthEndpoint.class);
		List<Duration> took = new ArrayList<>();
		for (int i = 0; i < 100; i++) {
			long begun = System.nanoTime();
			assertThat(endpoint.healthForPath("readiness")).extracting(HealthDescriptor::getStatus)
				.isEqualTo(Status.DOWN);
			took.add(Duration.ofNanos(System.nanoTime() - begun));
			assertThat(service.status("readiness")).isEqualTo(503);
		}
		assertThat(took.stream().sorted().toList().get(90)).isLessThan(Duration.ofMillis(50));
		assertThat(threads()).isEqualTo(threads);
		assertThat(stuck.asked).hasValue(1);
		stuck.release.countDown();
		await().atMost(SOON).until(() -> service.status("readiness") == 200);
	}

	@Test
	void hundredProbesAskNothing() {
		RunningService service = RunningService.web(CountingService.class, MEMBERS + "counted,parts",
				"--groundwork.readiness.dependencies.counted.interval=1h");
		await().atMost(SOON).until(() -> service.status("readiness") == 200);
		CountingService counting = service.bean(CountingService.class);
		await().atMost(SOON).until(() -> service.status("readiness/parts/one") == 200);
		int asked = counting.asked.get();
		for (int i = 0; i < 100; i++) {
			assertThat(service.status("readiness")).isEqualTo(200);
		}
		assertThat(counting.asked).hasValue(asked);
		assertThat(service.body("/actuator/health/readiness/counted")).contains("\"number\"");
		assertThat(service.body("/actuator/health/readiness/parts")).contains("\"one\"").contains("\"two\"");
	}

	@Test
	void whatIsNotInAProbeIsLeftAlone() {
		RunningService service = RunningService.web(CountingService.class);
		await().atMost(SOON).until(() -> service.status("readiness") == 200);
		assertThat(service.bean(CountingService.class).asked).hasValue(0);
		service.status("counted");
		service.status("counted");
		assertThat(service.bean(CountingService.class).asked).hasValue(2);
	}

	@Test
	void allOfThemAreIsolatedIfAsked() {
		RunningService service = RunningService.web(CountingService.class, "--groundwork.health.isolate=all");
		await().atMost(SOON).until(() -> service.body("/actuator/health/counted").contains("\"number\":1"));
		service.status("counted");
		assertThat(service.body("/actuator/health/counted")).contains("\"number\":1");
	}

	@Test
	void reactiveIndicatorThatHangsHoldsUpNoProbe() {
		RunningService service = RunningService.reactive(ReactiveService.class, MEMBERS + "never",
				"--groundwork.readiness.dependencies.never.timeout=300ms",
				"--groundwork.readiness.dependencies.never.policy=ignore",
				"--groundwork.readiness.dependencies.never.failure-threshold=1");
		await().atMost(SOON).until(() -> service.body("/actuator/health/readiness/never").contains("hangs for"));
		assertThat(service.status("readiness")).isEqualTo(503);
	}

	private static int threads() {
		return (int) Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread.getName().startsWith("groundwork-check"))
			.count();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class HangingService {

		final CountDownLatch release = new CountDownLatch(1);

		final AtomicInteger asked = new AtomicInteger();

		@Bean
		HealthIndicator stuckHealthIndicator() {
			return () -> {
				this.asked.incrementAndGet();
				try {
					this.release.await();
				}
				catch (InterruptedException ex) {
					throw new IllegalStateException("A check is never interrupted", ex);
				}
				return Health.up().build();
			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class CountingService {

		final AtomicInteger asked = new AtomicInteger();

		@Bean
		HealthIndicator countedHealthIndicator() {
			return () -> Health.up().withDetail("number", this.asked.incrementAndGet()).build();
		}

		@Bean
		HealthContributor partsHealthContributor() {
			return CompositeHealthContributor.fromMap(Map.of("one", (HealthIndicator) () -> Health.up().build(), "two",
					(HealthIndicator) () -> Health.up().build()));
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class ReactiveService {

		@Bean
		ReactiveHealthIndicator neverHealthIndicator() {
			return Mono::never;
		}

	}

}
