package dev.groundwork.elasticsearch;

import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import dev.groundwork.diagnosis.DiagnosedException;
import dev.groundwork.diagnosis.FailureKind;
import dev.groundwork.local.LocalElasticsearch;
import dev.groundwork.local.LocalInfrastructureExtension;
import dev.groundwork.plan.Change;
import dev.groundwork.provision.Provisioner;
import dev.groundwork.provision.Provisioning;
import dev.groundwork.provision.ProvisioningMode;
import dev.groundwork.provision.ProvisioningResult;
import dev.groundwork.resource.Declaration;
import dev.groundwork.resource.Resource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.netcrusher.core.reactor.NioReactor;
import org.netcrusher.tcp.TcpCrusher;
import org.netcrusher.tcp.TcpCrusherBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

/**
 * Integration tests for versioned indexes on a real Elasticsearch.
 */
@Timeout(120)
class VersionedIndexIT {

	private static final int DOCUMENTS = 5000;

	@RegisterExtension
	static final LocalInfrastructureExtension infrastructure = LocalInfrastructureExtension.shared();

	private final LocalElasticsearch server = infrastructure.elasticsearch();

	private final ElasticsearchHttp http = new ElasticsearchHttp(Rest5Client.builder(this.server.getUri()).build());

	private final List<String> progress = new CopyOnWriteArrayList<>();

	private final List<String> reasons = new CopyOnWriteArrayList<>();

	@AfterEach
	void close() throws Exception {
		this.http.close();
	}

	@Test
	void firstStartCreatesTheFirstVersionBehindTheName() throws Exception {
		IndexResource index = index("first", "keyword");
		assertThat(start(index).changes()).extracting((step) -> step.change()).containsExactly(Change.CREATE);
		assertThat(start(index).changes()).isEmpty();
		assertThat(live("first")).isEqualTo("first-v1");
	}

	@Test
	void jobCopiesEveryDocumentExactlyAndMovesTheName() throws Exception {
		fill("moved", DOCUMENTS);
		ProvisioningResult result = job(index("moved", "text"));
		assertThat(result.changes()).extracting((step) -> step.change()).containsExactly(Change.MIGRATE);
		assertThat(live("moved")).isEqualTo("moved-v2");
		assertThat(versions().count("moved-v2")).isEqualTo(DOCUMENTS);
		assertThat(versions().count("moved-v1")).isEqualTo(DOCUMENTS);
		assertThat(this.http.get("/moved/_doc/7", Map.of("routing", "r7")).body())
			.contains("\"number\":1.10000000000000000007");
		assertThat(this.progress).contains("moved-v2: 5,000 of 5,000 copied, 100 %");
		assertThat(write("moved").isError()).isFalse();
		assertThat(start(index("moved", "text")).changes()).isEmpty();
	}

	@Test
	void podOfTheOldReleaseLeavesTheNewVersionAlone() throws Exception {
		fill("rolled", 10);
		job(index("rolled", "text"));
		assertThat(start(index("rolled", "keyword")).changes()).isEmpty();
		assertThat(job(index("rolled", "keyword")).changes()).isEmpty();
		assertThat(live("rolled")).isEqualTo("rolled-v2");
	}

	@Test
	void newFieldIsAddedInPlace() throws Exception {
		fill("added", 10);
		IndexResource grown = new IndexResource("added", Map.of("number_of_replicas", 0),
				Map.of("properties", Map.of("title", Map.of("type", "keyword"), "more", Map.of("type", "text"))),
				Map.of("added-too", Map.of()));
		assertThat(start(grown).changes()).extracting((step) -> step.change()).containsExactly(Change.UPDATE);
		assertThat(start(grown).changes()).isEmpty();
		assertThat(live("added")).isEqualTo("added-v1");
	}

	@Test
	void ordinaryStartWaitsForTheJob() throws Exception {
		fill("awaited", 100);
		Future<ProvisioningResult> start = inBackground(() -> start(index("awaited", "text")));
		await().atMost(Duration.ofSeconds(10)).until(() -> !this.reasons.isEmpty());
		assertThat(this.reasons.get(0)).contains("waits for a job that migrates it");
		assertThat(live("awaited")).isEqualTo("awaited-v1");
		job(index("awaited", "text"));
		assertThat(start.get(20, TimeUnit.SECONDS).changes()).isEmpty();
	}

	@Test
	void twoJobsAtOnceMoveTheNameOnce() throws Exception {
		fill("twice", DOCUMENTS);
		Future<ProvisioningResult> other = inBackground(() -> job(index("twice", "text")));
		job(index("twice", "text"));
		other.get(60, TimeUnit.SECONDS);
		assertThat(live("twice")).isEqualTo("twice-v2");
		assertThat(versions().count("twice-v2")).isEqualTo(DOCUMENTS);
		assertThat(this.http.get("/twice-v3", Map.of()).status()).isEqualTo(404);
	}

	@Test
	void documentsThatAreRefusedEndTheJobAndTheOldVersionServes() throws Exception {
		fill("refused", 100);
		DiagnosedException failure = catchThrowableOfType(DiagnosedException.class,
				() -> job(index("refused", "long")));
		assertThat(failure.getKind()).isEqualTo(FailureKind.PERMANENT);
		assertThat(failure.getDiagnoses().get(0).cause()).isEqualTo("the new version refuses 100 documents");
		assertThat(failure.getDiagnoses().get(0).evidence())
			.contains("100 documents in 'refused-v1', 0 in 'refused-v2'")
			.contains("failed to parse field [title]");
		assertThat(live("refused")).isEqualTo("refused-v1");
		assertThat(write("refused").isError()).isFalse();
	}

	@Test
	void jobGoesOnWhereverAnotherEnded() throws Exception {
		int migrations = 0;
		boolean ended = true;
		for (int requests = 0; ended; requests++) {
			String name = "resumed" + requests;
			fill(name, 20);
			VersionedDefinition definition = VersionedDefinition.of(index(name, "text"));
			ended = isEndedAfter(requests, definition);
			job(definition.index());
			assertThat(live(name)).isEqualTo(name + "-v2");
			assertThat(versions().count(name + "-v2")).isEqualTo(20);
			migrations++;
		}
		assertThat(migrations).isGreaterThan(15);
	}

	private boolean isEndedAfter(int requests, VersionedDefinition definition) {
		VersionServer mortal = (VersionServer) Proxy.newProxyInstance(getClass().getClassLoader(),
				new Class<?>[] { VersionServer.class }, new InvocationHandler() {

					private int count;

					@Override
					public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
						if (this.count++ == requests) {
							throw ModelVersionServer.failure();
						}
						try {
							return method.invoke(versions(), arguments);
						}
						catch (InvocationTargetException ex) {
							throw ex.getCause();
						}
					}

				});
		try {
			new IndexMigration(mortal, definition, new MigrationDiagnoses("a test")).run(this.progress::add);
			return false;
		}
		catch (DiagnosedException ex) {
			return true;
		}
	}

	@Test
	void abandonedMigrationIsLiftedByTheJobOfTheOldRelease() throws Exception {
		fill("abandoned", 20);
		isEndedAfter(12, VersionedDefinition.of(index("abandoned", "text")));
		assertThat(write("abandoned").isError()).isTrue();
		start(index("abandoned", "keyword"));
		assertThat(write("abandoned").isError()).isTrue();
		job(index("abandoned", "keyword"));
		assertThat(write("abandoned").isError()).isFalse();
		job(index("abandoned", "text"));
		assertThat(live("abandoned")).isEqualTo("abandoned-v3");
		assertThat(versions().count("abandoned-v3")).isEqualTo(21);
	}

	@Test
	void indexThatHasTheNameItselfIsExplained() throws Exception {
		this.http.put("/taken", index("taken", "keyword").body());
		DiagnosedException failure = catchThrowableOfType(DiagnosedException.class, () -> job(index("taken", "text")));
		assertThat(failure.getKind()).isEqualTo(FailureKind.PERMANENT);
		assertThat(failure.getDiagnoses().get(0).remedy()).contains("POST /taken/_clone/taken-v1");
		this.http.put("/taken/_block/write", Map.of());
		assertThat(this.http
			.post("/taken/_clone/taken-v1", Map.of(),
					Map.of("settings", Collections.singletonMap("index.blocks.write", null)))
			.body()).contains("\"acknowledged\":true");
		assertThat(
				this.http
					.post("/_aliases", Map.of(),
							Map.of("actions",
									List.of(Map.of("remove_index", Map.of("index", "taken")), Map.of("add",
											Map.of("index", "taken-v1", "alias", "taken", "is_write_index", true)))))
					.isError())
			.isFalse();
		job(index("taken", "text"));
		assertThat(live("taken")).isEqualTo("taken-v2");
	}

	@Test
	void driftThatIsTolerated() throws Exception {
		this.http.put("/tolerated", index("tolerated", "keyword").body());
		Provisioner provisioner = provisioner(index("tolerated", "text"), OnDrift.WARN, false);
		assertThat(run(provisioner).plan().steps()).extracting((step) -> step.change()).containsExactly(Change.DRIFT);
	}

	@Test
	void templateIsReplacedBesideAMigration() throws Exception {
		fill("beside", 10);
		run(provisioner(OnDrift.MIGRATE, true, template("5s"), index("beside", "keyword")));
		ProvisioningResult result = run(provisioner(OnDrift.MIGRATE, true, template("9s"), index("beside", "text")));
		assertThat(result.changes()).extracting((step) -> step.id().kind() + " " + step.change())
			.containsExactly("index template UPDATE", "index MIGRATE");
		assertThat(live("beside")).isEqualTo("beside-v2");
		assertThat(run(provisioner(OnDrift.MIGRATE, false, template("9s"), index("beside", "text"))).changes())
			.isEmpty();
	}

	@Test
	void connectionThatIsLostInTheMiddleOfACopyCostsAnotherAttempt() throws Exception {
		fill("cut", DOCUMENTS);
		int port = freePort();
		try (NioReactor reactor = new NioReactor(); TcpCrusher proxy = proxy(reactor, port)) {
			AtomicBoolean cut = new AtomicBoolean();
			Runnable disconnect = proxy::close;
			Provisioner provisioner = provisioner(URI.create("http://127.0.0.1:" + port), OnDrift.MIGRATE, true,
					index("cut", "text"));
			ProvisioningResult result = new Provisioning(provisioner, ProvisioningMode.APPLY)
				.run(provisioner.resolveDesiredState(), (diagnosis) -> proxy.open(), (progress) -> {
					if (cut.compareAndSet(false, true)) {
						disconnect.run();
					}
				});
			assertThat(cut).isTrue();
			assertThat(result.attempts()).isGreaterThan(1);
		}
		assertThat(live("cut")).isEqualTo("cut-v2");
		assertThat(versions().count("cut-v2")).isEqualTo(DOCUMENTS);
		assertThat(versions().count("cut-v1")).isEqualTo(DOCUMENTS);
	}

	private TcpCrusher proxy(NioReactor reactor, int port) {
		return TcpCrusherBuilder.builder()
			.withReactor(reactor)
			.withBindAddress("127.0.0.1", port)
			.withConnectAddress("127.0.0.1", this.server.getPort())
			.buildAndOpen();
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	private static ClusterDefinition template(String refreshInterval) {
		return new ClusterDefinition(DefinitionKind.INDEX_TEMPLATE, "beside-template",
				Map.of("index_patterns", List.of("nothing-of-beside-*"), "priority", 917, "template",
						Map.of("settings", Map.of("refresh_interval", refreshInterval))));
	}

	private void fill(String name, int documents) throws Exception {
		start(index(name, "keyword"));
		String lines = IntStream.range(0, documents)
			.mapToObj((
					i) -> "{\"index\":{\"_id\":\"%1$d\",\"routing\":\"r%1$d\"}}\n{\"title\":\"t %1$d\",\"number\":1.1000000000000000000%1$d}\n"
						.formatted(i))
			.collect(Collectors.joining());
		assertThat(this.http.post("/%s/_bulk".formatted(name), Map.of("refresh", "true"), lines).body())
			.contains("\"errors\":false");
	}

	private Reply write(String name) {
		return this.http.put("/%s/_doc/new".formatted(name), Map.of("title", "5"));
	}

	private ElasticsearchVersions versions() {
		return new ElasticsearchVersions(this.http, "a test");
	}

	private String live(String name) {
		return versions().read(new VersionedName(name))
			.holders()
			.stream()
			.map(FoundIndex::name)
			.collect(Collectors.joining(","));
	}

	private static IndexResource index(String name, String type) {
		return new IndexResource(name, Map.of("number_of_replicas", 0),
				Map.of("properties", Map.of("title", Map.of("type", type))), Map.of(name + "-too", Map.of()));
	}

	private ProvisioningResult start(IndexResource index) throws InterruptedException {
		return run(provisioner(index, OnDrift.MIGRATE, false));
	}

	private ProvisioningResult job(IndexResource index) throws InterruptedException {
		return run(provisioner(index, OnDrift.MIGRATE, true));
	}

	private ProvisioningResult run(Provisioner provisioner) throws InterruptedException {
		return new Provisioning(provisioner, ProvisioningMode.APPLY).run(provisioner.resolveDesiredState(),
				(diagnosis) -> this.reasons.add(diagnosis.summary()), this.progress::add);
	}

	private Provisioner provisioner(IndexResource index, OnDrift onDrift, boolean job) {
		return provisioner(onDrift, job, index);
	}

	private Provisioner provisioner(OnDrift onDrift, boolean job, Resource... resources) {
		return provisioner(this.server.getUri(), onDrift, job, resources);
	}

	private static Provisioner provisioner(URI uri, OnDrift onDrift, boolean job, Resource... resources) {
		return ElasticsearchBackEnd.provisioner(() -> Rest5Client.builder(uri).build(),
				() -> List.of(resources).stream().map((resource) -> new Declaration(resource, "a test")).toList(),
				WaitForStatus.YELLOW, onDrift, job);
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
