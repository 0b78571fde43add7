package dev.groundwork.elasticsearch;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import dev.groundwork.diagnosis.DiagnosedException;
import dev.groundwork.diagnosis.FailureKind;
import dev.groundwork.local.LocalElasticsearch;
import dev.groundwork.local.LocalInfrastructureExtension;
import dev.groundwork.plan.Change;
import dev.groundwork.plan.Plan;
import dev.groundwork.provision.Provisioner;
import dev.groundwork.provision.Provisioning;
import dev.groundwork.provision.ProvisioningMode;
import dev.groundwork.provision.ProvisioningResult;
import dev.groundwork.resource.Declaration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

/**
 * Integration tests for provisioning a real Elasticsearch. Each uses indexes of its own.
 */
@Timeout(90)
class ElasticsearchProvisioningIT {

	@RegisterExtension
	static final LocalInfrastructureExtension infrastructure = LocalInfrastructureExtension.shared();

	private final LocalElasticsearch server = infrastructure.elasticsearch();

	@Test
	void createsWhatIsMissing() throws Exception {
		IndexResource index = new IndexResource("created", Map.of("number_of_shards", 1, "number_of_replicas", 0),
				text("title"), Map.of("created-alias", Map.of()));
		assertThat(apply(index).changes()).extracting((step) -> step.id().toString())
			.containsExactly("index 'created'");
		Map<String, Object> live = get("created");
		assertThat(Nested.map(live, "aliases")).containsKey("created-alias");
		assertThat(Nested.map(live, "settings")).containsEntry("index.number_of_replicas", "0");
		assertThat(Nested.map(Nested.map(live, "mappings"), "properties")).containsKey("title");
	}

	@Test
	void theSecondTimeChangesNothing() throws Exception {
		IndexResource index = new IndexResource("unchanged",
				Map.of("index", Map.of("number_of_shards", "1", "refresh_interval", "2s")),
				Map.of("dynamic", "strict", "properties",
						Map.of("title",
								Map.of("type", "text", "index", true, "fields",
										Map.of("raw", Map.of("type", "keyword"))),
								"at", Map.of("type", "date"), "author",
								Map.of("properties", Map.of("name", Map.of("type", "keyword", "doc_values", true))))),
				Map.of());
		apply(index);
		ProvisioningResult result = apply(index);
		assertThat(result.changes()).isEmpty();
		assertThat(result.plan().summary()).isEqualTo("0 to create, 0 to update, 1 unchanged");
	}

	@Test
	void indexThatIsReachedByItsAliasIsUnchanged() throws Exception {
		apply(new IndexResource("aliased-v1", Map.of(), text("title"), Map.of("aliased", Map.of())));
		assertThat(apply(new IndexResource("aliased", Map.of(), text("title"), Map.of())).changes()).isEmpty();
	}

	@Test
	void newFieldAndDynamicSettingAreUpdatedInPlace() throws Exception {
		apply(new IndexResource("grown", Map.of("number_of_replicas", 0), text("title"), Map.of()));
		ProvisioningResult result = apply(new IndexResource("grown", Map.of("number_of_replicas", 1),
				Map.of("properties", Map.of("title", Map.of("type", "text"), "body", Map.of("type", "text"))),
				Map.of("grown-alias", Map.of())));
		assertThat(result.changes()).extracting((step) -> step.change()).containsExactly(Change.UPDATE);
		Map<String, Object> live = get("grown");
		assertThat(Nested.map(live, "settings")).containsEntry("index.number_of_replicas", "1");
		assertThat(Nested.map(Nested.map(live, "mappings"), "properties")).containsKey("body");
		assertThat(Nested.map(live, "aliases")).containsKey("grown-alias");
	}

	@Test
	void mappingConflictStopsAtOnceAndNothingIsCreated() throws Exception {
		apply(new IndexResource("conflicting", Map.of(),
				Map.of("properties", Map.of("title", Map.of("type", "keyword"))), Map.of()));
		DiagnosedException failure = refused(new IndexResource("conflicting", Map.of(), text("title"), Map.of()),
				new IndexResource("not-created", Map.of(), text("title"), Map.of()));
		assertThat(failure.getDiagnoses()).singleElement().satisfies((diagnosis) -> {
			assertThat(diagnosis.subject()).isEqualTo("index 'conflicting' (declared by a test)");
			assertThat(diagnosis.evidence()).isEqualTo("mappings.title.type: expected 'text', found 'keyword'");
			assertThat(diagnosis.remedy()).contains("POST /_reindex");
		});
		assertThat(get("not-created")).isEmpty();
	}

	@Test
	void definitionThatTheServerRefusesStopsAtOnce() {
		DiagnosedException failure = refused(new IndexResource("refused", Map.of(),
				Map.of("properties", Map.of("title", Map.of("type", "no-such-type"))), Map.of()));
		assertThat(failure.getDiagnoses().get(0).evidence()).contains("HTTP 400").contains("no-such-type");
	}

	@Test
	void illegalNameStopsAtOnce() {
		DiagnosedException failure = refused(new IndexResource("UpperCase", Map.of(), text("title"), Map.of()));
		assertThat(failure.getDiagnoses().get(0).evidence()).contains("must be lowercase");
	}

	@Test
	void replicasThatStartAtOnceAllSucceed() throws Exception {
		int replicas = 10;
		IndexResource index = new IndexResource("raced", Map.of(), text("title"), Map.of());
		ExecutorService executor = Executors.newFixedThreadPool(replicas);
		try {
			List<Callable<ProvisioningResult>> tasks = new ArrayList<>();
			for (int i = 0; i < replicas; i++) {
				tasks.add(() -> apply(index));
			}
			for (Future<ProvisioningResult> future : executor.invokeAll(tasks)) {
				assertThat(future.get().attempts()).isEqualTo(1);
			}
		}
		finally {
			executor.shutdownNow();
		}
	}

	@Test
	void loserOfARaceAgainstAnotherDefinitionIsRefused() throws Exception {
		ElasticsearchHttp http = new ElasticsearchHttp(client());
		IndexResource ours = new IndexResource("lost", Map.of(), text("title"), Map.of());
		Provisioner provisioner = provisioner(ours);
		try (ElasticsearchSession session = new ElasticsearchSession(http)) {
			Plan plan = Plan.between(provisioner.resolveDesiredState(),
					session.inspect(provisioner.resolveDesiredState(), ProvisioningMode.APPLY));
			apply(new IndexResource("lost", Map.of(), Map.of("properties", Map.of("title", Map.of("type", "long"))),
					Map.of()));
			assertThat(session.apply(plan.steps(), (progress) -> {
			})).hasSize(1);
		}
		DiagnosedException failure = refused(ours);
		assertThat(failure.getDiagnoses().get(0).evidence())
			.isEqualTo("mappings.title.type: expected 'text', found 'long'");
	}

	@Test
	void frozenServerIsWaitedForAndBounded() throws Exception {
		LocalElasticsearch own = infrastructure.newElasticsearch();
		own.start();
		List<String> reasons = new CopyOnWriteArrayList<>();
		IndexResource index = new IndexResource("frozen", Map.of(), text("title"), Map.of());
		own.freeze();
		Provisioner provisioner = provisioner(own, index);
		Future<ProvisioningResult> provisioning = inBackground(
				() -> new Provisioning(provisioner, ProvisioningMode.APPLY).run(provisioner.resolveDesiredState(),
						(diagnosis) -> reasons.add(diagnosis.summary())));
		await().atMost(Duration.ofSeconds(20)).until(() -> !reasons.isEmpty());
		assertThat(reasons.get(0)).contains("no answer in time");
		own.resume();
		assertThat(provisioning.get(20, TimeUnit.SECONDS).changes()).hasSize(1);
	}

	@Test
	void serverThatComesLateIsWaitedFor() throws Exception {
		LocalElasticsearch own = infrastructure.newElasticsearch();
		List<String> reasons = new CopyOnWriteArrayList<>();
		Provisioner provisioner = provisioner(own, new IndexResource("late", Map.of(), text("title"), Map.of()));
		Future<ProvisioningResult> provisioning = inBackground(
				() -> new Provisioning(provisioner, ProvisioningMode.APPLY).run(provisioner.resolveDesiredState(),
						(diagnosis) -> reasons.add(diagnosis.summary())));
		await().atMost(Duration.ofSeconds(10)).until(() -> !reasons.isEmpty());
		assertThat(reasons.get(0))
			.isEqualTo("Elasticsearch at 127.0.0.1:%d: connection refused".formatted(own.getPort()));
		own.start();
		assertThat(provisioning.get(20, TimeUnit.SECONDS).changes()).hasSize(1);
	}

	private static Map<String, Object> text(String field) {
		return Map.of("properties", Map.of(field, Map.of("type", "text")));
	}

	private ProvisioningResult apply(IndexResource... indexes) throws InterruptedException {
		Provisioner provisioner = provisioner(indexes);
		return new Provisioning(provisioner, ProvisioningMode.APPLY).run(provisioner.resolveDesiredState(),
				(diagnosis) -> {
				});
	}

	private DiagnosedException refused(IndexResource... indexes) {
		long start = System.nanoTime();
		DiagnosedException failure = catchThrowableOfType(DiagnosedException.class, () -> apply(indexes));
		assertThat(failure).isNotNull();
		assertThat(failure.getKind()).isEqualTo(FailureKind.PERMANENT);
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
		return failure;
	}

	private Provisioner provisioner(IndexResource... indexes) {
		return provisioner(this.server, indexes);
	}

	private static Provisioner provisioner(LocalElasticsearch server, IndexResource... indexes) {
		return ElasticsearchBackEnd.provisioner(() -> Rest5Client.builder(server.getUri()).build(),
				() -> List.of(indexes).stream().map((index) -> new Declaration(index, "a test")).toList());
	}

	private Rest5Client client() {
		return Rest5Client.builder(URI.create(this.server.getUri().toString())).build();
	}

	private Map<String, Object> get(String index) throws Exception {
		try (ElasticsearchHttp http = new ElasticsearchHttp(client())) {
			Reply reply = http.get("/" + index, Map.of("ignore_unavailable", "true", "flat_settings", "true"));
			return Nested.map(reply.json(), index);
		}
	}

	private static <T> Future<T> inBackground(Callable<T> callable) {
		ExecutorService executor = Executors.newSingleThreadExecutor();
		try {
			return executor.submit(callable);
		}
		finally {
			executor.shutdown();
		}
	}

}
