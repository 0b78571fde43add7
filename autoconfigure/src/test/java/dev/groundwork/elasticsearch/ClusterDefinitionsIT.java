package dev.groundwork.elasticsearch;

import java.util.List;
import java.util.Map;

import dev.groundwork.diagnosis.DiagnosedException;
import dev.groundwork.diagnosis.FailureKind;
import dev.groundwork.local.LocalInfrastructureExtension;
import dev.groundwork.plan.Change;
import dev.groundwork.plan.Plan;
import dev.groundwork.plan.Step;
import dev.groundwork.resource.Difference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Integration tests for templates on a real Elasticsearch. Each uses names of its own.
 */
@Timeout(90)
class ClusterDefinitionsIT {

	@RegisterExtension
	static final LocalInfrastructureExtension infrastructure = LocalInfrastructureExtension.shared();

	private final RealProvisioning provisioning = new RealProvisioning(infrastructure.elasticsearch().getUri());

	@Test
	void componentTemplateIsCreatedBeforeTheIndexTemplateThatNeedsItAndBothBeforeTheIndex() throws Exception {
		ClusterDefinition component = component("ordered-part", Map.of("settings", Map.of("refresh_interval", "7s")));
		ClusterDefinition template = template("a-ordered", Map.of("index_patterns", List.of("ordered-*"), "composed_of",
				List.of("ordered-part"), "priority", 901));
		IndexResource index = new IndexResource("ordered-index", Map.of(), Map.of(), Map.of());
		assertThat(this.provisioning.apply(index, template, component).changes())
			.extracting((step) -> step.id().toString())
			.containsExactly("component template 'ordered-part'", "index template 'a-ordered'",
					"index 'ordered-index'");
		assertThat(this.provisioning.get("/ordered-index/_settings").toString()).contains("refresh_interval=7s");
	}

	@Test
	void theSecondTimeChangesNothing() throws Exception {
		ClusterDefinition component = component("same-part",
				Map.of("settings", Map.of("number_of_shards", 1, "index", Map.of("refresh_interval", "5s")), "mappings",
						Map.of("dynamic", true, "_source", Map.of("enabled", true), "properties",
								Map.of("title", Map.of("type", "text", "norms", true), "author",
										Map.of("type", "object", "properties",
												Map.of("name", Map.of("type", "keyword", "index", true))))),
						"aliases",
						Map.of("same-alias", Map.of("routing", "1", "filter", Map.of("term", Map.of("title", "x"))))));
		ClusterDefinition template = template("same",
				Map.of("index_patterns", "same-*", "composed_of", List.of("same-part"), "priority", 902, "version", 4,
						"_meta", Map.of("owner", "a test"), "template",
						Map.of("settings", Map.of("codec", "default"))));
		ClusterDefinition bare = template("same-bare", Map.of("index_patterns", List.of("bare-of-same-*"),
				"data_stream", Map.of(), "priority", 0, "composed_of", List.of()));
		this.provisioning.apply(component, template, bare);
		Plan plan = this.provisioning.plan(component, template, bare);
		assertThat(plan.steps()).allSatisfy((step) -> assertThat(step.differences()).isEmpty());
		assertThat(this.provisioning.apply(component, template, bare).changes()).isEmpty();
	}

	@Test
	void changedTemplateIsReplacedAndEveryDifferenceIsNamed() throws Exception {
		this.provisioning.apply(template("changed", Map
			.of("index_patterns", List.of("changed-*"), "priority", 903, "template", Map.of("settings",
					Map.of("refresh_interval", "5s", "codec", "best_compression"), "mappings",
					Map.of("properties", Map.of("title", Map.of("type", "keyword"), "old", Map.of("type", "long")))))));
		ClusterDefinition changed = template("changed",
				Map.of("index_patterns", List.of("changed-*", "changes-*"), "priority", 903, "template",
						Map.of("settings", Map.of("refresh_interval", "9s"), "mappings",
								Map.of("properties", Map.of("title", Map.of("type", "text"))))));
		Step step = this.provisioning.planOf(changed);
		assertThat(step.change()).isEqualTo(Change.UPDATE);
		assertThat(step.differences()).extracting(Difference::attribute)
			.containsExactlyInAnyOrder("index_patterns", "settings.index.codec", "settings.index.refresh_interval",
					"mappings.title.type", "mappings.old");
		assertThat(step.notes()).singleElement().asString().startsWith("indexes that exist stay as they are");
		assertThat(this.provisioning.apply(changed).changes()).hasSize(1);
		assertThat(this.provisioning.planOf(changed).change()).isEqualTo(Change.NONE);
	}

	@Test
	void newerVersionOnTheServerIsLeftAsItIs() throws Exception {
		ClusterDefinition newer = component("versioned-part", Map.of("settings", Map.of("refresh_interval", "5s")), 3);
		ClusterDefinition older = component("versioned-part", Map.of("settings", Map.of("refresh_interval", "1s")), 2);
		this.provisioning.apply(newer);
		assertThat(this.provisioning.apply(older).changes()).isEmpty();
		Step step = this.provisioning.planOf(older);
		assertThat(step.change()).isEqualTo(Change.NONE);
		assertThat(step.notes()).singleElement()
			.asString()
			.startsWith("has version 3 on the server, newer than the declared 2: left as it is")
			.contains("refresh_interval");
		assertThat(this.provisioning.planOf(newer).notes()).isEmpty();
	}

	@Test
	void whatNeedsATemplateThatWasRefusedIsNotTried() {
		ClusterDefinition component = component("refused-part",
				Map.of("mappings", Map.of("properties", Map.of("title", Map.of("type", "no-such-type")))));
		ClusterDefinition template = template("refused-template", Map.of("index_patterns", List.of("refused-*"),
				"composed_of", List.of("refused-part"), "priority", 904));
		IndexResource index = new IndexResource("refused-by-part", Map.of(), Map.of(), Map.of());
		DiagnosedException failure = this.provisioning.refused(component, template, index);
		assertThat(failure.getKind()).isEqualTo(FailureKind.PERMANENT);
		assertThat(failure.getDiagnoses()).singleElement()
			.satisfies((diagnosis) -> assertThat(diagnosis.subject())
				.isEqualTo("component template 'refused-part' (declared by a test)"));
		assertThat(this.provisioning.send("GET", "/refused-by-part", "").status()).isEqualTo(404);
	}

	@Test
	void lifecyclePolicyIsRefusedByAServerThatHasNone() {
		ClusterDefinition policy = new ClusterDefinition(DefinitionKind.LIFECYCLE_POLICY, "short",
				Map.of("policy", Map.of("phases", Map.of())));
		DiagnosedException failure = this.provisioning.refused(policy);
		assertThat(failure.getKind()).isEqualTo(FailureKind.PERMANENT);
		assertThat(failure.getDiagnoses()).singleElement().satisfies((diagnosis) -> {
			assertThat(diagnosis.subject()).isEqualTo("lifecycle policy 'short' (declared by a test)");
			assertThat(diagnosis.cause()).isEqualTo("the server does not know what a lifecycle policy is");
			assertThat(diagnosis.remedy()).contains("lifecycle-policies");
		});
	}

	@Test
	void templateThatLeaksIntoAnIndexIsNamed() throws Exception {
		this.provisioning.apply(template("leaking", Map.of("index_patterns", List.of("leak*"), "priority", 905,
				"template", Map.of("settings", Map.of("refresh_interval", "33s")))));
		IndexResource index = RealProvisioning.index("leaked", Map.of("title", Map.of("type", "text")));
		Step created = this.provisioning.apply(index).changes().get(0);
		Step step = this.provisioning.planOf(index);
		assertThat(step.change()).isEqualTo(Change.NONE);
		assertThat(created.notes()).isEqualTo(step.notes());
		assertThat(step.notes()).containsExactly("settings.index.refresh_interval: '33s' on the server, not declared "
				+ "(index template 'leaking' matches the name)");
	}

	@Test
	void legacyTemplateThatLeaksIntoAnIndexIsNamed() throws Exception {
		this.provisioning.send("PUT", "/_template/old-leaking", """
				{ "index_patterns": ["old-leak*"], "settings": { "refresh_interval": "34s" } }""");
		IndexResource index = RealProvisioning.index("old-leaked", Map.of("title", Map.of("type", "text")));
		this.provisioning.apply(index);
		assertThat(this.provisioning.planOf(index).notes())
			.containsExactly("settings.index.refresh_interval: '34s' on the server, not declared "
					+ "(legacy template 'old-leaking' matches the name)");
	}

	@Test
	void routingThatIsANumberIsRefusedInAnIndexAndIgnoredInATemplate() {
		Map<String, Object> aliases = Map.of("numeric-routing-alias", Map.of("routing", 1));
		assertThat(this.provisioning.send(new IndexResource("numeric-routing", Map.of(), Map.of(), aliases).request())
			.isError()).isTrue();
		assertThat(this.provisioning.send(component("numeric-routing", Map.of("aliases", aliases)).request()).isError())
			.isFalse();
		assertThat(this.provisioning.get("/_component_template/numeric-routing").toString())
			.doesNotContain("index_routing");
	}

	private static ClusterDefinition component(String name, Map<String, Object> template) {
		return new ClusterDefinition(DefinitionKind.COMPONENT_TEMPLATE, name, Map.of("template", template));
	}

	private static ClusterDefinition component(String name, Map<String, Object> template, int version) {
		return new ClusterDefinition(DefinitionKind.COMPONENT_TEMPLATE, name,
				Map.of("template", template, "version", version));
	}

	private static ClusterDefinition template(String name, Map<String, Object> body) {
		return new ClusterDefinition(DefinitionKind.INDEX_TEMPLATE, name, body);
	}

}
