package dev.groundwork.elasticsearch;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.groundwork.plan.Lint;
import dev.groundwork.plan.LintFinding;
import dev.groundwork.plan.LintSeverity;
import dev.groundwork.resource.Declaration;
import dev.groundwork.resource.DesiredState;
import dev.groundwork.resource.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ElasticsearchLintRules} and each of them.
 */
class ElasticsearchLintRulesTests {

	@Test
	void soundDefinitionsHaveNoFinding() {
		assertThat(check(
				new IndexResource(".orders-2026_v1.ä", Map.of("number_of_shards", 1, "number_of_replicas", "0"),
						Map.of("properties", Map.of("title", Map.of("type", "text"))), Map.of("Orders", Map.of())),
				new IndexResource("others", Map.of("auto_expand_replicas", "0-all"), Map.of(), Map.of()),
				template("orders", Map.of("index_patterns", "orders-*", "composed_of", List.of("part", "logs@custom"))),
				template("others", Map.of("index_patterns", List.of("others-*"))),
				new ClusterDefinition(DefinitionKind.COMPONENT_TEMPLATE, "part",
						Map.of("template", Map.of("settings", Map.of("index.lifecycle.name", "short")))),
				new ClusterDefinition(DefinitionKind.LIFECYCLE_POLICY, "short", Map.of("policy", Map.of()))))
			.isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '`',
			value = { "Orders;has upper-case letters", "-orders;starts with '-'", "_orders;starts with '_'",
					"+orders;starts with '+'", ".;is empty, '.' or '..'", "..;is empty, '.' or '..'",
					"a b;has the forbidden character ' '", "a#b;has the forbidden character '#'",
					"a:b;has the forbidden character ':'", "a*b;has the forbidden character '*'",
					"a,b;has the forbidden character ','", "a/b;has the forbidden character '/'",
					"<a-{now/d}>;is date math: every start would mean another index" })
	void illegalNameIsFound(String name, String cause) {
		assertThat(check(index(name))).singleElement().satisfies((finding) -> {
			assertThat(finding.rule()).isEqualTo("illegal-index-name");
			assertThat(finding.severity()).isEqualTo(LintSeverity.ERROR);
			assertThat(finding.violation().cause()).isEqualTo("has a name that " + cause);
		});
	}

	@Test
	void nameThatIsTooLongIsFoundByItsBytes() {
		assertThat(check(index("a".repeat(255)))).isEmpty();
		assertThat(check(index("ä".repeat(128)))).extracting((finding) -> finding.violation().cause())
			.containsExactly("has a name that is longer than 255 bytes");
	}

	@Test
	void illegalAliasIsFound() {
		assertThat(check(new IndexResource("orders", Map.of(), Map.of(), Map.of("_all", Map.of()))))
			.extracting((finding) -> finding.violation().cause())
			.containsExactly("has an alias '_all' that starts with '_'");
	}

	@Test
	void aliasThatIsADeclaredIndexIsFound() {
		assertThat(
				check(new IndexResource("orders", Map.of(), Map.of(), Map.of("others", Map.of(), "orders", Map.of())),
						index("others")))
			.allSatisfy((finding) -> assertThat(finding.rule()).isEqualTo("alias-equals-index"))
			.extracting((finding) -> finding.violation().cause())
			.containsExactly("has the alias 'orders', which is the name of a declared index",
					"has the alias 'others', which is the name of a declared index");
	}

	@Test
	void routingThatIsANumberIsFound() {
		assertThat(check(new IndexResource("orders", Map.of(), Map.of(), Map.of("a", Map.of("search_routing", 7)))))
			.singleElement()
			.satisfies((finding) -> {
				assertThat(finding.rule()).isEqualTo("alias-routing-not-text");
				assertThat(finding.violation().remedy()).isEqualTo("Write it as text: \"search_routing\": \"7\"");
			});
	}

	@ParameterizedTest
	@CsvSource({ "number_of_shards,0", "number_of_shards,1025", "number_of_shards,many", "number_of_replicas,-1",
			"auto_expand_replicas,0", "auto_expand_replicas,all" })
	void illegalNumberOfShardsIsFound(String setting, String value) {
		assertThat(check(new IndexResource("orders", Map.of(setting, value), Map.of(), Map.of()))).singleElement()
			.satisfies((finding) -> {
				assertThat(finding.rule()).isEqualTo("illegal-number-of-shards");
				assertThat(finding.violation().cause()).isEqualTo("has index.%s of '%s'".formatted(setting, value));
			});
	}

	@Test
	void replicasThatTheServerChoosesAreFound() {
		assertThat(check(new IndexResource("orders", Map.of("number_of_replicas", 1, "auto_expand_replicas", "0-1"),
				Map.of(), Map.of())))
			.singleElement()
			.satisfies((finding) -> {
				assertThat(finding.rule()).isEqualTo("overridden-replicas");
				assertThat(finding.severity()).isEqualTo(LintSeverity.WARNING);
			});
		assertThat(check(new IndexResource("orders", Map.of("number_of_replicas", 1, "auto_expand_replicas", "false"),
				Map.of(), Map.of())))
			.isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "numbr_of_shards", "index.refresh.interval", "analysers.analyzer.x" })
	void unknownSettingIsFound(String setting) {
		assertThat(check(new IndexResource("orders", Map.of(setting, 1), Map.of(), Map.of()))).singleElement()
			.satisfies((finding) -> {
				assertThat(finding.rule()).isEqualTo("unknown-index-setting");
				assertThat(finding.severity()).isEqualTo(LintSeverity.WARNING);
			});
	}

	@Test
	void moreFieldsThanTheLimitAreFound() {
		Map<String, Object> mappings = Map.of("properties",
				Map.of("title", Map.of("type", "text", "fields", Map.of("raw", Map.of("type", "keyword"))), "author",
						Map.of("properties", Map.of("name", Map.of("type", "text")))),
				"runtime", Map.of("day", Map.of("type", "keyword")));
		assertThat(check(new IndexResource("orders", Map.of("mapping.total_fields.limit", 5), mappings, Map.of())))
			.isEmpty();
		assertThat(check(new IndexResource("orders", Map.of("mapping.total_fields.limit", 4), mappings, Map.of())))
			.extracting((finding) -> finding.violation().cause())
			.containsExactly("has 5 fields, and index.mapping.total_fields.limit is 4");
	}

	@Test
	void limitOfFieldsHasADefault() {
		Map<String, Object> fields = IntStream.range(0, 1001)
			.boxed()
			.collect(Collectors.toMap((number) -> "field" + number, (number) -> Map.of("type", "long")));
		assertThat(check(new IndexResource("orders", Map.of(), Map.of("properties", fields), Map.of())))
			.extracting(LintFinding::rule)
			.containsExactly("too-many-fields");
	}

	@Test
	void templateWithoutPatternsIsFound() {
		assertThat(check(template("orders", Map.of("priority", 1)),
				template("others", Map.of("index_patterns", List.of()))))
			.extracting(LintFinding::rule)
			.containsExactly("template-without-patterns", "template-without-patterns");
	}

	@Test
	void templatesOfTheSamePriorityThatOverlapAreFoundOnce() {
		assertThat(check(template("a", Map.of("index_patterns", "orders-*", "priority", 7)),
				template("b", Map.of("index_patterns", List.of("x", "*-eu"), "priority", 7)),
				template("c", Map.of("index_patterns", "orders-*", "priority", 8))))
			.extracting((finding) -> finding.violation().subject() + " " + finding.violation().cause())
			.containsExactly("index template 'a' matches names that index template 'b' matches too, with the same "
					+ "priority 7");
	}

	@ParameterizedTest
	@CsvSource({ "a*,ab*,true", "a*b,*c,false", "a*,*b,true", "*,x,true", "abc,abc,true", "abc,abd,false",
			"a*c,abc,true", "a*c,ac,true", "a*c,ab,false", "x-*,y-*,false" })
	void patternsOverlapIfTheyHaveANameInCommon(String first, String second, boolean expected) {
		assertThat(OverlappingTemplatesRule.overlap(first, second)).isEqualTo(expected);
		assertThat(OverlappingTemplatesRule.overlap(second, first)).isEqualTo(expected);
	}

	@Test
	void componentTemplateThatIsNotDeclaredIsFoundUnlessItMayBeMissing() {
		assertThat(check(template("orders",
				Map.of("index_patterns", "orders-*", "composed_of", List.of("part", "other"),
						"ignore_missing_component_templates", List.of("other")))))
			.singleElement()
			.satisfies((finding) -> {
				assertThat(finding.rule()).isEqualTo("undeclared-component-template");
				assertThat(finding.severity()).isEqualTo(LintSeverity.WARNING);
				assertThat(finding.violation().cause())
					.isEqualTo("is composed of component template 'part', which is not declared");
			});
	}

	@Test
	void lifecyclePolicyThatIsNotDeclaredIsFoundInIndexesAndTemplates() {
		Map<String, Object> settings = Map.of("index", Map.of("lifecycle", Map.of("name", "short")));
		assertThat(check(new IndexResource("orders", settings, Map.of(), Map.of()),
				template("orders", Map.of("index_patterns", "orders-*", "template", Map.of("settings", settings)))))
			.extracting((finding) -> finding.violation().subject())
			.containsExactly("index 'orders'", "index template 'orders'");
	}

	@Test
	void everyRuleHasANameOfItsOwn() {
		assertThat(ElasticsearchLintRules.all()).extracting((rule) -> rule.getName()).doesNotHaveDuplicates();
	}

	private static IndexResource index(String name) {
		return new IndexResource(name, Map.of(), Map.of(), Map.of());
	}

	private static ClusterDefinition template(String name, Map<String, Object> body) {
		return new ClusterDefinition(DefinitionKind.INDEX_TEMPLATE, name, body);
	}

	private static List<LintFinding> check(Resource... resources) {
		return new Lint(ElasticsearchLintRules.all(), Map.of()).check(
				DesiredState.of(Stream.of(resources).map((resource) -> new Declaration(resource, "a test")).toList()));
	}

}
