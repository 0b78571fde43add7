package dev.groundwork.service;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

import dev.groundwork.local.LocalElasticsearch;
import dev.groundwork.local.LocalInfrastructureExtension;
import dev.groundwork.readiness.Dependencies;
import dev.groundwork.readiness.DependencySnapshot;
import dev.groundwork.readiness.DependencyStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.annotation.Id;
import org.springframework.data.elasticsearch.annotations.Document;
import org.springframework.data.elasticsearch.repository.ElasticsearchRepository;
import org.springframework.data.elasticsearch.repository.config.EnableElasticsearchRepositories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Integration tests for an Elasticsearch that is lost, frozen or full while a service
 * runs.
 */
@Timeout(180)
@ExtendWith(RunningService.Closing.class)
class ClusterDependencyIT {

	@RegisterExtension
	static final LocalInfrastructureExtension infrastructure = LocalInfrastructureExtension.shared();

	private static final Duration SOON = Duration.ofSeconds(30);

	private static final String PREFIX = "--groundwork.readiness.dependencies.elasticsearch.";

	private final LocalElasticsearch server = infrastructure.newElasticsearch();

	@BeforeEach
	void start() {
		this.server.start();
	}

	@Test
	void frozenClusterIsSeenInTimeHoldsUpNoProbeAndIsBackByItselfWhenItAnswersAgain() {
		RunningService service = service(PREFIX + "interval=1s", PREFIX + "timeout=1s", PREFIX + "failure-threshold=1");
		for (int round = 0; round < 2; round++) {
			this.server.freeze();
			await().atMost(Duration.ofSeconds(3)).pollInterval(Duration.ofMillis(20)).until(() -> {
				long begun = System.nanoTime();
				assertThat(service.status("readiness")).isEqualTo(200);
				assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMillis(900));
				return status(service) == DependencyStatus.DOWN;
			});
			this.server.resume();
			await().atMost(Duration.ofSeconds(3)).until(() -> status(service) == DependencyStatus.UP);
		}
	}

	@Test
	void killedClusterIsDegradedAndDownWhereItIsStrictAndBackSoon() {
		RunningService startup = service(PREFIX + "interval=300ms", PREFIX + "failure-threshold=2");
		RunningService strict = service(PREFIX + "interval=300ms", PREFIX + "failure-threshold=2",
				PREFIX + "policy=strict");
		this.server.kill();
		await().atMost(Duration.ofSeconds(1)).until(() -> strict.status("readiness") == 503);
		await().atMost(Duration.ofSeconds(1))
			.until(() -> startup.body("/actuator/health/readiness").contains("\"DEGRADED\""));
		assertThat(startup.status("readiness")).isEqualTo(200);
		this.server.start();
		await().atMost(Duration.ofSeconds(3)).until(() -> strict.status("readiness") == 200);
		await().atMost(Duration.ofSeconds(3)).until(() -> status(startup) == DependencyStatus.UP);
	}

	@Test
	void fullDiskIsDegradedAndRedIndexOfSomebodyElseDoesNotCount() {
		RunningService service = service(PREFIX + "interval=300ms", PREFIX + "failure-threshold=2");
		// No node has the attribute, so its shard is never there
		put("/foreign-red?wait_for_active_shards=0",
				"{\"settings\":{\"index.routing.allocation.require.nowhere\":\"true\",\"number_of_replicas\":0}}");
		await().pollDelay(Duration.ofSeconds(2)).until(() -> status(service) == DependencyStatus.UP);
		put("/watched/_settings", "{\"index.blocks.read_only_allow_delete\":true}");
		await().atMost(SOON).until(() -> status(service) == DependencyStatus.DEGRADED);
		assertThat(service.status("readiness")).isEqualTo(200);
		assertThat(snapshot(service).reason()).extracting("cause")
			.isEqualTo("the cluster refuses writes: disk above flood stage");
		put("/watched/_settings", "{\"index.blocks.read_only_allow_delete\":null}");
		await().atMost(Duration.ofSeconds(3)).until(() -> status(service) == DependencyStatus.UP);
	}

	@Test
	void indexThatIsDeletedIsMissed() {
		RunningService service = service(PREFIX + "interval=300ms", PREFIX + "failure-threshold=2");
		send(HttpRequest.newBuilder(this.server.getUri().resolve("/watched")).DELETE());
		await().atMost(SOON).until(() -> status(service) == DependencyStatus.DOWN);
	}

	private void put(String path, String body) {
		send(HttpRequest.newBuilder(this.server.getUri().resolve(path))
			.header("Content-Type", "application/json")
			.PUT(BodyPublishers.ofString(body)));
	}

	private static void send(HttpRequest.Builder request) {
		try {
			assertThat(HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString()).statusCode())
				.isEqualTo(200);
		}
		catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private RunningService service(String... properties) {
		RunningService service = RunningService.web(SearchingService.class,
				RunningService.concat(RunningService.elasticsearch(this.server), properties));
		await().atMost(SOON).until(() -> service.status("readiness") == 200);
		return service;
	}

	private static DependencyStatus status(RunningService service) {
		return snapshot(service).status();
	}

	private static DependencySnapshot snapshot(RunningService service) {
		return service.bean(Dependencies.class)
			.get()
			.stream()
			.filter((dependency) -> dependency.name().equals("elasticsearch"))
			.findFirst()
			.orElseThrow();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@EnableElasticsearchRepositories(considerNestedRepositories = true)
	static class SearchingService {

	}

	@Document(indexName = "watched", createIndex = true)
	record Watched(@Id String id, String text) {
	}

	interface WatchedRepository extends ElasticsearchRepository<Watched, String> {

	}

}
