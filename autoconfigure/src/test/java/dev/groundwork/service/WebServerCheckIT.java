package dev.groundwork.service;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

import dev.groundwork.readiness.Dependencies;
import dev.groundwork.readiness.DependencySnapshot;
import dev.groundwork.readiness.DependencyStatus;
import dev.groundwork.readiness.Readiness;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.WebFilter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Integration tests for the check of the application's own web server.
 */
@Timeout(120)
@ExtendWith(OutputCaptureExtension.class)
@ExtendWith(RunningService.Closing.class)
class WebServerCheckIT {

	private static final Duration SOON = Duration.ofSeconds(30);

	private static final String OFTEN = "--groundwork.readiness.dependencies.web-server.interval=50ms";

	@Test
	void tomcatAnswersWithoutAskingTheApplicationAndWithoutAWordInTheLog(CapturedOutput output) {
		RunningService service = RunningService.web(ServletService.class, OFTEN,
				"--server.tomcat.accesslog.enabled=false");
		await().atMost(SOON).until(() -> status(service) == DependencyStatus.UP);
		await().pollDelay(Duration.ofSeconds(1)).until(() -> status(service) == DependencyStatus.UP);
		assertThat(service.bean(ServletService.class).seen).isEmpty();
		assertThat(output).doesNotContain(" WARN ").doesNotContain(" ERROR ");
	}

	@Test
	void pathOfTheApplicationIsAskedWhereItIsSet() {
		RunningService service = RunningService.web(ServletService.class, OFTEN,
				"--groundwork.readiness.web-server.path=/hello?probe=1");
		await().atMost(SOON).until(() -> service.bean(ServletService.class).seen.contains("GET /hello"));
		assertThat(status(service)).isEqualTo(DependencyStatus.UP);
	}

	@Test
	void workersThatAllHangTakeTheServiceOutAndInTheEndItsLife() throws Exception {
		RunningService service = RunningService.web(ServletService.class, "--server.tomcat.threads.max=2",
				"--server.tomcat.threads.min-spare=2", "--management.server.port=0",
				"--groundwork.readiness.web-server.liveness=true",
				"--groundwork.readiness.web-server.liveness-after=2s",
				"--groundwork.readiness.dependencies.web-server.interval=500ms",
				"--groundwork.readiness.dependencies.web-server.timeout=500ms");
		await().atMost(SOON).until(() -> service.bean(Readiness.class).isReady());
		CountDownLatch release = service.bean(ServletService.class).release;
		for (int i = 0; i < 2; i++) {
			service.send("/hang");
		}
		await().atMost(Duration.ofSeconds(5)).until(() -> status(service) == DependencyStatus.DOWN);
		assertThat(service.managementStatus("readiness")).isEqualTo(503);
		assertThat(service.managementStatus("liveness")).isEqualTo(200);
		await().atMost(Duration.ofSeconds(5)).until(() -> service.managementStatus("liveness") == 503);
		assertThat(service.bean(Readiness.class).isBroken()).isTrue();
		release.countDown();
		await().atMost(Duration.ofSeconds(3)).until(() -> service.managementStatus("readiness") == 200);
		assertThat(service.managementStatus("liveness")).isEqualTo(200);
	}

	@Test
	void nettyAsksTheFiltersOfTheApplicationAndAnswersWithoutAWordInTheLog(CapturedOutput output) {
		RunningService service = RunningService.reactive(ReactiveService.class, OFTEN);
		await().atMost(SOON).until(() -> status(service) == DependencyStatus.UP);
		await().pollDelay(Duration.ofSeconds(1)).until(() -> status(service) == DependencyStatus.UP);
		assertThat(service.bean(ReactiveService.class).seen).containsOnly("OPTIONS http://localhost*");
		assertThat(output).doesNotContain(" WARN ").doesNotContain(" ERROR ");
	}

	private static DependencyStatus status(RunningService service) {
		return service.bean(Dependencies.class)
			.get()
			.stream()
			.filter((dependency) -> dependency.name().equals("web-server"))
			.map(DependencySnapshot::status)
			.findFirst()
			.orElseThrow();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@RestController
	static class ServletService {

		final List<String> seen = new CopyOnWriteArrayList<>();

		final CountDownLatch release = new CountDownLatch(1);

		@Bean
		Filter recording() {
			return (request, response, chain) -> {
				HttpServletRequest http = (HttpServletRequest) request;
				this.seen.add(http.getMethod() + " " + http.getRequestURI());
				chain.doFilter(request, response);
			};
		}

		@GetMapping("/hang")
		String hang() throws InterruptedException {
			this.release.await();
			return "released";
		}

		@GetMapping("/hello")
		String hello() {
			return "hello";
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class ReactiveService {

		final List<String> seen = new CopyOnWriteArrayList<>();

		@Bean
		WebFilter recording() {
			return (exchange, chain) -> {
				this.seen.add(exchange.getRequest().getMethod() + " " + exchange.getRequest().getURI());
				return chain.filter(exchange);
			};
		}

	}

}
