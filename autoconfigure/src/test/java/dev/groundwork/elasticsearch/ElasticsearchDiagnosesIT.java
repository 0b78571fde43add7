package dev.groundwork.elasticsearch;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.diagnosis.FailureKind;
import dev.groundwork.local.LocalElasticsearch;
import dev.groundwork.local.LocalInfrastructureExtension;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.message.BasicHeader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Integration tests that provoke what {@link ElasticsearchDiagnoses} explains. A refusal
 * is diagnosed within a second. The node is not shared, because some of it is about the
 * whole cluster.
 */
@Timeout(90)
class ElasticsearchDiagnosesIT {

	@RegisterExtension
	static final LocalInfrastructureExtension infrastructure = new LocalInfrastructureExtension();

	private final LocalElasticsearch server = infrastructure.elasticsearch();

	private ElasticsearchHttp http;

	@BeforeEach
	void connect() {
		this.http = new ElasticsearchHttp(Rest5Client.builder(this.server.getUri()).build());
		this.http.get("/", Map.of());
	}

	@AfterEach
	void disconnect() throws Exception {
		this.http.close();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					Upper | | the name of the index is not allowed
					typed | {"mappings":{"properties":{"t":{"type":"nope"}}}} | the server refuses the mappings
					analyzed | {"mappings":{"properties":{"t":{"type":"text","analyzer":"nope"}}}} | a mapping names an analyzer that does not exist
					filtered | {"settings":{"analysis":{"analyzer":{"x":{"tokenizer":"standard","filter":["nope"]}}}}} | an analyzer uses a part that does not exist
					unknown | {"settings":{"index.nope":1}} | the server does not know a setting
					zero | {"settings":{"index.number_of_shards":0}} | a setting has a value that is not allowed
					many | {"settings":{"index.mapping.total_fields.limit":1},"mappings":{"properties":{"a":{"type":"text"},"b":{"type":"text"}}}} | the mappings have more fields than the index may have
					star | {"aliases":{"A*":{}}} | the name of the alias is not allowed
					member | {"setings":{}} | the definition has a member that the server does not know
					""")
	void definitionThatTheServerRefuses(String index, @Nullable String body, String cause) {
		Diagnosis diagnosis = refused("/" + index, body);
		assertThat(diagnosis.kind()).isEqualTo(FailureKind.PERMANENT);
		assertThat(diagnosis.cause()).isEqualTo(cause);
		assertThat(diagnosis.evidence()).startsWith("HTTP 400 ");
	}

	@Test
	void aliasThatIsAnIndexAndIndexThatIsAnAlias() {
		accepted("/name-in-use", "{\"aliases\":{\"other-name\":{\"is_write_index\":true}}}");
		assertThat(refused("/late", "{\"aliases\":{\"name-in-use\":{}}}").cause())
			.isEqualTo("an index has the name of the alias already");
		assertThat(refused("/other-name", null).cause()).isEqualTo("an alias has this name already");
		assertThat(refused("/late", "{\"aliases\":{\"other-name\":{\"is_write_index\":true}}}"))
			.satisfies((diagnosis) -> assertThat(diagnosis.kind()).isEqualTo(FailureKind.PERMANENT))
			.extracting(Diagnosis::cause)
			.isEqualTo("the alias has another write index already");
	}

	@Test
	void whatCannotChangeInPlace() {
		accepted("/fixed", "{\"mappings\":{\"properties\":{\"t\":{\"type\":\"text\"}}}}");
		assertThat(refused("/fixed/_mapping", "{\"properties\":{\"t\":{\"type\":\"keyword\"}}}").cause())
			.isEqualTo("a field has another type already");
		assertThat(refused("/fixed/_settings", "{\"index.number_of_shards\":2}").cause())
			.isEqualTo("a setting can be set only when the index is created");
	}

	@Test
	void shardsOfTheClusterAreExhausted() {
		cluster("cluster.max_shards_per_node", "1");
		Diagnosis diagnosis = refused("/shards", "{\"settings\":{\"index.number_of_shards\":3}}");
		cluster("cluster.max_shards_per_node", null);
		assertThat(diagnosis.kind()).isEqualTo(FailureKind.PERMANENT);
		assertThat(diagnosis.cause()).isEqualTo("the cluster has all the shards it may have");
	}

	@ParameterizedTest
	@CsvSource({ "cluster.blocks.read_only", "cluster.blocks.read_only_allow_delete" })
	void clusterThatSomebodyHasBlocked(String block) {
		cluster(block, "true");
		Diagnosis diagnosis = refused("/blocked", null);
		cluster(block, null);
		assertThat(diagnosis.kind()).isEqualTo(FailureKind.BLOCKED);
		assertThat(diagnosis.cause()).isEqualTo("the cluster refuses it: block %s is set".formatted(block));
	}

	@ParameterizedTest
	@CsvSource({ "read_only", "metadata" })
	void indexThatSomebodyHasBlocked(String block) {
		accepted("/block-" + block, null);
		accepted("/block-" + block + "/_settings", "{\"index.blocks.%s\":true}".formatted(block));
		Diagnosis diagnosis = refused("/block-%s/_mapping".formatted(block),
				"{\"properties\":{\"t\":{\"type\":\"text\"}}}");
		assertThat(diagnosis.kind()).isEqualTo(FailureKind.BLOCKED);
		assertThat(diagnosis.cause())
			.isEqualTo("the cluster refuses it: block index.blocks.%s is set".formatted(block));
	}

	@Test
	void diskAboveFloodStage() {
		accepted("/flooded", null);
		accepted("/_cluster/settings", """
				{"persistent":{"cluster.info.update.interval":"10s",
				"cluster.routing.allocation.disk.threshold_enabled":true,
				"cluster.routing.allocation.disk.watermark.low":"999tb",
				"cluster.routing.allocation.disk.watermark.high":"998tb",
				"cluster.routing.allocation.disk.watermark.flood_stage":"997tb"}}""");
		AtomicReference<Reply> reply = new AtomicReference<>();
		await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(500)).until(() -> {
			reply.set(put("/flooded/_doc/1", "{\"size\":1}"));
			return reply.get().isError();
		});
		Diagnosis diagnosis = this.http.diagnoses().of(reply.get());
		cluster("cluster.routing.allocation.disk.threshold_enabled", "false");
		assertThat(diagnosis.kind()).isEqualTo(FailureKind.BLOCKED);
		assertThat(diagnosis.cause()).contains("disk above flood stage");
		assertThat(diagnosis.evidence()).startsWith("HTTP 429 cluster_block_exception");
	}

	@Test
	void clientOfAnotherMajorVersion() throws Exception {
		try (ElasticsearchHttp newer = new ElasticsearchHttp(Rest5Client.builder(this.server.getUri())
			.setDefaultHeaders(
					new Header[] { new BasicHeader("Accept", "application/vnd.elasticsearch+json;compatible-with=99") })
			.build())) {
			Diagnosis diagnosis = newer.diagnoses().of(newer.get("/_cluster/health", Map.of()));
			assertThat(diagnosis.kind()).isEqualTo(FailureKind.PERMANENT);
			assertThat(diagnosis.cause()).isEqualTo("client and server are of different major versions");
		}
	}

	@Test
	void indexThatIsGone() {
		Diagnosis diagnosis = this.http.diagnoses().of(this.http.get("/gone", Map.of()));
		assertThat(diagnosis.kind()).isEqualTo(FailureKind.TRANSIENT);
		assertThat(diagnosis.cause()).isEqualTo("the index does not exist");
	}

	@Test
	void realServerIsTakenForElasticsearch() {
		assertThat(this.http.get("/_cluster/health", Map.of()).header("X-Elastic-Product")).isEqualTo("Elasticsearch");
	}

	private Diagnosis refused(String path, @Nullable String body) {
		long start = System.nanoTime();
		Reply reply = put(path, body);
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
		assertThat(reply.isError()).as(reply.body()).isTrue();
		return this.http.diagnoses().of(reply);
	}

	private void accepted(String path, @Nullable String body) {
		Reply reply = put(path, body);
		assertThat(reply.isError()).as(reply.body()).isFalse();
	}

	private void cluster(String setting, @Nullable String value) {
		accepted("/_cluster/settings",
				"{\"persistent\":{\"%s\":%s}}".formatted(setting, (value != null) ? "\"" + value + "\"" : "null"));
	}

	private Reply put(String path, @Nullable String body) {
		return this.http.put(path, new Reply(200, (body != null) ? body : "{}").json());
	}

}
