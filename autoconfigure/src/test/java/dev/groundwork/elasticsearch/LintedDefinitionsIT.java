package dev.groundwork.elasticsearch;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.groundwork.local.LocalInfrastructureExtension;
import dev.groundwork.plan.Lint;
import dev.groundwork.resource.Declaration;
import dev.groundwork.resource.DesiredState;
import dev.groundwork.resource.Resource;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Integration tests that a real Elasticsearch refuses what the rules call an error.
 */
@Timeout(90)
class LintedDefinitionsIT {

	@RegisterExtension
	static final LocalInfrastructureExtension infrastructure = LocalInfrastructureExtension.shared();

	private final RealProvisioning provisioning = new RealProvisioning(infrastructure.elasticsearch().getUri());

	@ParameterizedTest
	@MethodSource("errors")
	void errorIsWhatTheServerRefuses(String rule, List<Resource> resources) {
		assertThat(new Lint(ElasticsearchLintRules.all(), Map.of()).check(desired(resources)))
			.extracting((finding) -> finding.rule())
			.contains(rule);
		List<Reply> replies = resources.stream()
			.map(LintedDefinitionsIT::request)
			.map(this.provisioning::send)
			.toList();
		assertThat(replies).anyMatch(Reply::isError);
	}

	static Stream<Arguments> errors() {
		return Stream.of(name("Linted"), name("-linted"), name("_linted"), name("+linted"), name("."), name(".."),
				name("linted name"), name("linted#name"), name("linted:name"), name("linted*"), name("linted,name"),
				name("linted/name"), name("linted\\name"), name("linted?"), name("linted|name"), name("linted\""),
				name("linted>"), name("ä".repeat(128)), alias("_linted"), alias("linted alias"),
				error("alias-equals-index", index("linted-same", Map.of(), Map.of(), Map.of("linted-same", Map.of()))),
				setting("number_of_shards", 0), setting("number_of_shards", 1025), setting("number_of_replicas", -1),
				setting("auto_expand_replicas", "all"),
				error("too-many-fields",
						index("linted-fields", Map.of("mapping.total_fields.limit", 1), Map.of("properties",
								Map.of("title",
										Map.of("type", "text", "fields", Map.of("raw", Map.of("type", "keyword"))))),
								Map.of())),
				error("template-without-patterns", template("linted-empty", Map.of("priority", 1))),
				error("overlapping-templates",
						template("linted-a", Map.of("index_patterns", List.of("linted-x*"), "priority", 910)),
						template("linted-b", Map.of("index_patterns", List.of("*-xyz"), "priority", 910))),
				error("undeclared-component-template",
						template("linted-parts",
								Map.of("index_patterns", List.of("linted-p*"), "composed_of",
										List.of("linted-missing")))),
				error("unknown-index-setting",
						index("linted-setting", Map.of("numbr_of_shards", 1), Map.of(), Map.of())));
	}

	private static Arguments name(String name) {
		return error("illegal-index-name", index(name, Map.of(), Map.of(), Map.of()));
	}

	private static Arguments alias(String name) {
		return error("illegal-index-name", index("linted-alias", Map.of(), Map.of(), Map.of(name, Map.of())));
	}

	private static Arguments setting(String name, Object value) {
		return error("illegal-number-of-shards", index("linted-shards", Map.of(name, value), Map.of(), Map.of()));
	}

	private static Arguments error(String rule, Resource... resources) {
		return Arguments.of(rule, List.of(resources));
	}

	private static IndexResource index(String name, Map<String, Object> settings, Map<String, Object> mappings,
			Map<String, Object> aliases) {
		return new IndexResource(name, settings, mappings, aliases);
	}

	private static ClusterDefinition template(String name, Map<String, Object> body) {
		return new ClusterDefinition(DefinitionKind.INDEX_TEMPLATE, name, body);
	}

	private static ElasticsearchRequest request(Resource resource) {
		return (resource instanceof ClusterDefinition definition) ? definition.request()
				: ((IndexResource) resource).request();
	}

	private static DesiredState desired(List<Resource> resources) {
		return DesiredState.of(resources.stream().map((resource) -> new Declaration(resource, "a test")).toList());
	}

}
