package dev.groundwork.elasticsearch;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.groundwork.diagnosis.FailureKind;
import dev.groundwork.plan.Change;
import dev.groundwork.plan.Step;
import dev.groundwork.provision.PlannedBackEnd;
import dev.groundwork.provision.Provisioner;
import dev.groundwork.provision.Provisioning;
import dev.groundwork.provision.ProvisioningMode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link ElasticsearchSession}, against recorded answers.
 */
@Timeout(30)
class ElasticsearchSessionTests {

	private static final String LIVE = """
			{ "orders": { "aliases": {}, "mappings": {}, "settings": { "index.number_of_replicas": "0" } } }""";

	private static final String HEALTH = """
			{ "timed_out": false, "number_of_data_nodes": 1, "indices": { "orders": { "status": "green" } } }""";

	private static final IndexResource ORDERS = new IndexResource("orders", Map.of("number_of_replicas", 0), Map.of(),
			Map.of());

	private final StubElasticsearch server = new StubElasticsearch();

	private final RealProvisioning provisioning = new RealProvisioning(this.server.getUri());

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	void creationThatIsNotAcknowledgedIsAwaitedAndNotSentAgain() throws Exception {
		this.server.on("GET /orders", 200, "{}")
			.on("GET /orders", 200, LIVE)
			.on("PUT /orders", 200, "{ \"acknowledged\": false, \"shards_acknowledged\": false }")
			.on("GET /_cluster/health/orders", 200, HEALTH);
		assertThat(this.provisioning.apply(ORDERS).changes()).extracting(Step::change).containsExactly(Change.CREATE);
		List<String> afterReading = this.server.requests()
			.stream()
			.dropWhile((request) -> request.startsWith("GET"))
			.toList();
		assertThat(afterReading).filteredOn((request) -> request.startsWith("PUT")).hasSize(1);
		assertThat(afterReading.get(1)).isEqualTo("GET /_cluster/health/orders");
	}

	@Test
	void planReadsTheVersionAndChangesNothing() {
		this.server.on("GET /", 200, "{ \"version\": { \"number\": \"9.1.0\", \"build_flavor\": \"default\" } }")
			.on("GET /orders", 200, "{}");
		assertThat(this.provisioning.planOf(ORDERS).change()).isEqualTo(Change.CREATE);
		assertThat(this.server.requests()).containsExactlyInAnyOrder("GET /", "GET /orders",
				"GET /_cluster/health/orders");
	}

	@Test
	@Timeout(4)
	void unchangedIndexIsReadTogetherWithItsHealth() throws Exception {
		this.server.on("GET /orders", 200, LIVE).on("GET /_cluster/health/orders", 200, HEALTH).whenTogether(2);
		assertThat(this.provisioning.apply(ORDERS).changes()).isEmpty();
		assertThat(this.server.requests()).containsExactlyInAnyOrder("GET /orders", "GET /_cluster/health/orders");
	}

	@Test
	void serverlessIsNoted() {
		this.server.on("GET /", 200, "{ \"version\": { \"number\": \"9.1.0\", \"build_flavor\": \"serverless\" } }")
			.on("GET /orders", 200, LIVE)
			.on("GET /_cluster/health/orders", 410, "{ \"error\": \"not available in serverless mode\" }");
		assertThat(this.provisioning.planOf(ORDERS).notes()).first().asString().startsWith("the server is serverless");
	}

	@Test
	void indexThatIsThereButNotShownIsAMatterOfPrivileges() {
		this.server.on("GET /orders", 200, "{}").on("PUT /orders", 400, """
				{ "error": { "type": "resource_already_exists_exception", "reason": "exists" }, "status": 400 }""");
		List<String> reasons = new CopyOnWriteArrayList<>();
		Provisioner provisioner = this.provisioning.provisioner(ORDERS);
		Thread thread = new Thread(() -> {
			try {
				new Provisioning(provisioner, ProvisioningMode.APPLY).run(provisioner.resolveDesiredState(),
						(diagnosis) -> reasons.add(diagnosis.cause() + ": " + diagnosis.remedy()));
			}
			catch (InterruptedException ex) {
				// The test is over
			}
		});
		thread.start();
		await().atMost(Duration.ofSeconds(10)).until(() -> !reasons.isEmpty());
		thread.interrupt();
		assertThat(reasons.get(0)).startsWith("is not shown, although the server says that it exists")
			.contains("view_index_metadata");
	}

	@Test
	void planNeedsNoRightToReadTheVersion() {
		this.server.on("GET /", 403, "{ \"error\": { \"type\": \"security_exception\" }, \"status\": 403 }")
			.on("GET /orders", 200, "{}");
		assertThat(this.provisioning.planOf(ORDERS).change()).isEqualTo(Change.CREATE);
	}

	@Test
	void planRefusesAServerThatTheClientDoesNotSpeakWith() {
		this.server.on("GET /", 200, "{ \"version\": { \"number\": \"8.19.3\", \"build_flavor\": \"default\" } }");
		PlannedBackEnd planned = this.provisioning.planned(ORDERS);
		assertThat(planned.failures()).singleElement().satisfies((diagnosis) -> {
			assertThat(diagnosis.kind()).isEqualTo(FailureKind.PERMANENT);
			assertThat(diagnosis.subject()).isEqualTo("Elasticsearch 8.19.3");
			assertThat(diagnosis.cause()).isEqualTo("client and server are of different major versions");
		});
	}

	@Test
	void verifyingOnlyReads() throws Exception {
		this.server.on("GET /orders", 200, LIVE).on("GET /_cluster/health/orders", 403, """
				{ "error": { "type": "security_exception", "reason": "unauthorized" }, "status": 403 }""");
		assertThat(this.provisioning.run(ProvisioningMode.VERIFY, ORDERS).steps()).singleElement()
			.satisfies((step) -> assertThat(step.notes()).singleElement().asString().contains("monitor"));
		assertThat(this.server.requests()).allMatch((request) -> request.startsWith("GET "));
	}

	@Test
	void nameThatIsADataStreamIsExplained() {
		this.server.on("GET /orders", 200, """
				{ ".ds-orders-2026.01.01-000001": { "aliases": {}, "mappings": {}, "settings": {},
					"data_stream": "orders" } }""");
		assertThat(this.provisioning.refused(ORDERS).getDiagnoses()).singleElement().satisfies((diagnosis) -> {
			assertThat(diagnosis.evidence()).contains("a data stream of [.ds-orders-2026.01.01-000001]");
			assertThat(diagnosis.remedy()).contains("A data stream is declared by its index template");
		});
	}

}
