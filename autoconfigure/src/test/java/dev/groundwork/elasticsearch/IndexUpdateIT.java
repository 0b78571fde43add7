package dev.groundwork.elasticsearch;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.groundwork.diagnosis.DiagnosedException;
import dev.groundwork.diagnosis.FailureKind;
import dev.groundwork.local.LocalElasticsearch;
import dev.groundwork.local.LocalInfrastructureExtension;
import dev.groundwork.plan.Change;
import dev.groundwork.plan.Step;
import dev.groundwork.resource.Difference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Integration tests for indexes that exist on a real Elasticsearch and differ from their
 * declaration. Each uses indexes of its own.
 */
@Timeout(90)
class IndexUpdateIT {

	@RegisterExtension
	static final LocalInfrastructureExtension infrastructure = LocalInfrastructureExtension.shared();

	private final LocalElasticsearch server = infrastructure.elasticsearch();

	private final RealProvisioning provisioning = new RealProvisioning(this.server.getUri());

	@Test
	void updateKeepsWhatOthersHaveSetOnTheField() throws Exception {
		put("/kept-parameters", """
				{ "mappings": { "properties": { "title": { "type": "keyword", "ignore_above": 10,
					"eager_global_ordinals": true, "fields": { "theirs": { "type": "text" } } } } } }""");
		IndexResource index = RealProvisioning.index("kept-parameters", Map.of("title",
				Map.of("type", "keyword", "ignore_above", 20, "fields", Map.of("ours", Map.of("type", "text")))));
		assertThat(this.provisioning.apply(index).changes()).hasSize(1);
		assertThat(this.provisioning.get("/kept-parameters/_mapping").toString()).contains("ignore_above=20")
			.contains("eager_global_ordinals=true")
			.contains("theirs")
			.contains("ours");
	}

	@Test
	void newFieldIsNotedAsMissingInOldDocuments() throws Exception {
		this.provisioning.apply(RealProvisioning.index("noted", Map.of("title", Map.of("type", "text"))));
		Step step = this.provisioning.planOf(RealProvisioning.index("noted",
				Map.of("title", Map.of("type", "text"), "body", Map.of("type", "text"))));
		assertThat(step.change()).isEqualTo(Change.UPDATE);
		assertThat(step.notes()).containsExactly("documents that are already there do not have mappings.body until "
				+ "they are indexed again: POST /noted/_update_by_query?conflicts=proceed");
	}

	@Test
	void differenceOfFormOnlyIsNoDrift() throws Exception {
		IndexResource index = RealProvisioning.index("in-other-words",
				Map.of("place", Map.of("type", "geo_point", "null_value", "1,2"), "vector",
						Map.of("type", "dense_vector", "dims", 3, "index", true, "similarity", "cosine"), "number",
						Map.of("type", "long", "coerce", "true", "null_value", "7")));
		this.provisioning.apply(index);
		assertThat(this.provisioning.planOf(index).change()).isEqualTo(Change.NONE);
		Step other = this.provisioning.planOf(RealProvisioning.index("in-other-words",
				Map.of("place", Map.of("type", "geo_point", "null_value", "1,3"))));
		assertThat(other.change()).isEqualTo(Change.DRIFT);
	}

	@Test
	void parameterThatIsDeclaredWithItsDefaultIsDriftIfTheServerHasAnother() throws Exception {
		this.provisioning
			.apply(RealProvisioning.index("not-indexed", Map.of("title", Map.of("type", "keyword", "index", false))));
		assertThat(this.provisioning
			.planOf(RealProvisioning.index("not-indexed", Map.of("title", Map.of("type", "keyword", "index", true))))
			.change()).isEqualTo(Change.DRIFT);
	}

	@Test
	void settingThatIsDeclaredWithItsDefaultIsNoDrift() throws Exception {
		this.provisioning.apply(new IndexResource("by-default", Map.of("number_of_replicas", 0), Map.of(), Map.of()));
		IndexResource index = new IndexResource("by-default",
				Map.of("number_of_replicas", 0, "codec", "default", "max_result_window", 10000), Map.of(), Map.of());
		assertThat(this.provisioning.planOf(index).change()).isEqualTo(Change.NONE);
	}

	@Test
	void numberOfReplicasIsLeftToTheServerThatExpandsThem() throws Exception {
		put("/expanded", """
				{ "settings": { "auto_expand_replicas": "0-1" } }""");
		Step step = this.provisioning
			.planOf(new IndexResource("expanded", Map.of("number_of_replicas", 2), Map.of(), Map.of()));
		assertThat(step.change()).isEqualTo(Change.NONE);
	}

	@Test
	void replicasThatCanNeverBeAllocatedAreNoted() throws Exception {
		IndexResource index = new IndexResource("too-many-replicas", Map.of("number_of_replicas", 2), Map.of(),
				Map.of());
		this.provisioning.apply(index);
		assertThat(this.provisioning.planOf(index).notes())
			.containsExactly("index.number_of_replicas of 2 can never be allocated on 1 data node: a replica is never "
					+ "on the node of its primary shard");
	}

	@Test
	void fieldThatIsNoLongerDeclaredIsNotedWhereFieldsDoNotAppearByThemselves() throws Exception {
		this.provisioning.apply(new IndexResource("removed-field", Map.of(), Map.of("dynamic", "strict", "properties",
				Map.of("title", Map.of("type", "text"), "old", Map.of("type", "keyword"))), Map.of()));
		Step step = this.provisioning.planOf(new IndexResource("removed-field", Map.of("number_of_replicas", 0),
				Map.of("dynamic", "strict", "properties", Map.of("title", Map.of("type", "text"))), Map.of()));
		assertThat(step.notes()).contains("mappings.old: '{type=keyword}' on the server, not declared");
	}

	@Test
	void allAliasesAreUpdatedByOneRequest() throws Exception {
		this.provisioning.apply(RealProvisioning.withAliases("aliased-index",
				Map.of("first-alias", Map.of("is_write_index", true), "second-alias", Map.of("routing", "1"))));
		IndexResource changed = RealProvisioning.withAliases("aliased-index",
				Map.of("first-alias", Map.of("filter", Map.of("term", Map.of("title", "x"))), "second-alias",
						Map.of("search_routing", "1,2", "index_routing", "2"), "third-alias",
						Map.of("is_hidden", true)));
		assertThat(this.provisioning.planOf(changed).differences()).extracting(Difference::attribute)
			.containsExactlyInAnyOrder("aliases.first-alias.filter", "aliases.second-alias.index_routing",
					"aliases.second-alias.search_routing", "aliases.third-alias");
		try (RequestCountingProxy proxy = new RequestCountingProxy(this.server.getUri(), Duration.ZERO)) {
			assertThat(new RealProvisioning(proxy.getUri()).apply(changed).changes()).hasSize(1);
			assertThat(proxy.requests()).filteredOn((request) -> !request.startsWith("GET"))
				.containsExactly("POST /_aliases");
		}
		assertThat(this.provisioning.planOf(changed).change()).isEqualTo(Change.NONE);
		assertThat(this.provisioning.get("/aliased-index/_alias").toString()).contains("is_write_index=true");
	}

	@Test
	void aliasWhoseNameIsAnIndexIsExplainedAndNothingIsCreated() throws Exception {
		put("/written-too-early", "{}");
		DiagnosedException failure = this.provisioning
			.refused(RealProvisioning.withAliases("with-taken-alias", Map.of("written-too-early", Map.of())));
		assertThat(failure.getKind()).isEqualTo(FailureKind.PERMANENT);
		assertThat(failure.getDiagnoses()).singleElement().satisfies((diagnosis) -> {
			assertThat(diagnosis.cause())
				.isEqualTo("cannot have the alias 'written-too-early': there is an index of that name");
			assertThat(diagnosis.remedy()).contains("require_alias=true")
				.contains("action.auto_create_index")
				.contains("remove_index");
		});
		assertThat(this.provisioning.send("GET", "/with-taken-alias", "").status()).isEqualTo(404);
	}

	@Test
	void nameThatIsAnAliasOfSeveralIndexesIsExplained() throws Exception {
		put("/shared-1", "{ \"aliases\": { \"shared-name\": {} } }");
		put("/shared-2", "{ \"aliases\": { \"shared-name\": {} } }");
		DiagnosedException failure = this.provisioning
			.refused(RealProvisioning.index("shared-name", Map.of("title", Map.of("type", "text"))));
		assertThat(failure.getDiagnoses()).singleElement().satisfies((diagnosis) -> {
			assertThat(diagnosis.cause()).isEqualTo("cannot be created: its name stands for something else");
			assertThat(diagnosis.evidence()).contains("an alias of [shared-1, shared-2]");
			assertThat(diagnosis.remedy()).contains("is_write_index");
		});
	}

	@Test
	void nameThatIsAnAliasOfSeveralIndexesMeansTheWriteIndex() throws Exception {
		put("/over-000001", "{ \"aliases\": { \"over\": {} } }");
		put("/over-000002", """
				{ "mappings": { "properties": { "title": { "type": "text" } } },
					"settings": { "number_of_replicas": 0 },
					"aliases": { "over": { "is_write_index": true } } }""");
		IndexResource index = RealProvisioning.index("over",
				Map.of("title", Map.of("type", "text"), "body", Map.of("type", "text")));
		assertThat(this.provisioning.planOf(index).notes())
			.contains("is the index 'over-000002', reached by its alias");
		assertThat(this.provisioning.apply(index).changes()).hasSize(1);
		assertThat(this.provisioning.get("/over-000002/_mapping").toString()).contains("body");
		assertThat(this.provisioning.get("/over-000001/_mapping").toString()).doesNotContain("body");
	}

	@Test
	void analysisThatDiffersIsDriftWithBothWaysOut() throws Exception {
		this.provisioning.apply(new IndexResource("analysed", analysis("lowercase"), Map.of(), Map.of()));
		DiagnosedException failure = this.provisioning
			.refused(new IndexResource("analysed", analysis("uppercase"), Map.of(), Map.of()));
		assertThat(failure.getDiagnoses()).singleElement()
			.satisfies((diagnosis) -> assertThat(diagnosis.remedy()).contains("POST /_reindex")
				.contains("POST /analysed/_close"));
	}

	@Test
	void runtimeFieldsAndDynamicTemplatesAreReplaced() throws Exception {
		this.provisioning.apply(new IndexResource("computed", Map.of("number_of_replicas", 0),
				Map.of("runtime", Map.of("a", Map.of("type", "keyword"), "b", Map.of("type", "long")),
						"dynamic_templates",
						List.of(Map.of("old", Map.of("match", "a*", "mapping", Map.of("type", "keyword"))))),
				Map.of()));
		IndexResource changed = new IndexResource("computed", Map.of("number_of_replicas", 0),
				Map.of("runtime", Map.of("a", Map.of("type", "double"), "b", Map.of("type", "long")),
						"dynamic_templates",
						List.of(Map.of("new", Map.of("match", "b*", "mapping", Map.of("type", "long"))))),
				Map.of());
		assertThat(this.provisioning.planOf(changed).differences()).extracting(Difference::attribute)
			.containsExactlyInAnyOrder("mappings.runtime.a", "mappings.dynamic_templates");
		assertThat(this.provisioning.apply(changed).changes()).hasSize(1);
		assertThat(this.provisioning.planOf(changed).change()).isEqualTo(Change.NONE);
	}

	private static Map<String, Object> analysis(String filter) {
		return Map.of("number_of_replicas", 0, "analysis", Map.of("analyzer",
				Map.of("own", Map.of("type", "custom", "tokenizer", "standard", "filter", List.of(filter)))));
	}

	private void put(String path, String body) {
		assertThat(this.provisioning.send("PUT", path, body).isError()).isFalse();
	}

}
