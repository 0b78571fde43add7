package dev.groundwork.elasticsearch;

import java.util.Map;
import java.util.TreeMap;

import dev.groundwork.diagnosis.DiagnosedException;
import dev.groundwork.diagnosis.FailureKind;
import dev.groundwork.plan.Change;
import dev.groundwork.plan.Step;
import dev.groundwork.resource.Difference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for lifecycle policies, against exchanges as Elasticsearch documents them.
 */
@Timeout(30)
class LifecyclePolicyTests {

	private static final String NAME = "/_ilm/policy/short-lived";

	/**
	 * What the server makes of {@link #policy(String)}.
	 */
	private static final String RETURNED = """
			{ "short-lived": { "version": 1, "modified_date": "2026-01-01T00:00:00.000Z",
				"policy": {
					"phases": {
						"hot": { "min_age": "0ms", "actions": { "rollover": { "max_age": "30d" } } },
						"delete": { "min_age": "90d", "actions": { "delete": { "delete_searchable_snapshot": true } } } },
					"_meta": { "version": 2 } },
				"in_use_by": { "indices": [], "data_streams": [], "composable_templates": [] } } }""";

	private final StubElasticsearch server = new StubElasticsearch();

	private final RealProvisioning provisioning = new RealProvisioning(this.server.getUri());

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	void whatIsMissingIsCreatedWithTheBodyOfTheFile() throws Exception {
		this.server.on("GET " + NAME, 404, """
				{ "error": { "type": "resource_not_found_exception", "reason": "Lifecycle policy not found" } }""")
			.on("GET " + NAME, 200, RETURNED)
			.on("PUT " + NAME, 200, "{ \"acknowledged\": true }");
		assertThat(this.provisioning.apply(policy("30d")).changes()).extracting(Step::change)
			.containsExactly(Change.CREATE);
		assertThat(this.server.requests()).containsExactly("GET " + NAME,
				"PUT " + NAME + " {\"policy\":" + "{\"_meta\":{\"version\":2},\"phases\":{"
						+ "\"delete\":{\"actions\":{\"delete\":{}},\"min_age\":\"90d\"},"
						+ "\"hot\":{\"actions\":{\"rollover\":{\"max_age\":\"30d\"}}}}}}",
				"GET " + NAME);
	}

	@Test
	void whatTheServerAddsIsNoDifference() {
		this.server.on("GET " + NAME, 200, RETURNED);
		assertThat(this.provisioning.planOf(policy("30d")).change()).isEqualTo(Change.NONE);
	}

	@Test
	void changedPolicyIsReplacedAndTheDifferenceIsNamed() throws Exception {
		this.server.on("GET " + NAME, 200, RETURNED)
			.on("GET " + NAME, 200, RETURNED.replace("30d", "7d"))
			.on("PUT " + NAME, 200, "{ \"acknowledged\": true }");
		assertThat(this.provisioning.apply(policy("7d")).changes()).singleElement()
			.satisfies((step) -> assertThat(step.differences())
				.containsExactly(new Difference("policy.phases.hot.actions.rollover.max_age", "7d", "30d", true)));
	}

	@Test
	void actionThatIsNoLongerDeclaredIsADifferenceEvenWithoutMembers() {
		this.server.on("GET " + NAME, 200, RETURNED);
		ClusterDefinition policy = policy(Map.of("hot", Map.of("actions", Map.of("rollover", Map.of("max_age", "30d"))),
				"delete", Map.of("min_age", "90d")));
		assertThat(this.provisioning.planOf(policy).differences()).extracting(Difference::attribute)
			.containsExactly("policy.phases.delete.actions", "policy.phases.delete.actions.delete");
	}

	@Test
	void newerVersionInItsMetadataIsLeftAsItIs() {
		this.server.on("GET " + NAME, 200, RETURNED.replace("\"version\": 2", "\"version\": 3"));
		Step step = this.provisioning.planOf(policy("7d"));
		assertThat(step.change()).isEqualTo(Change.NONE);
		assertThat(step.notes()).singleElement().asString().contains("has version 3 on the server");
	}

	@Test
	void severalPoliciesTakeOneRequest() throws Exception {
		this.server.on("GET /_ilm/policy/short-lived*", 200,
				RETURNED.replaceAll("\\}\\s*$", ", \"short-lived-2\": " + RETURNED.substring(17)));
		ClusterDefinition second = new ClusterDefinition(DefinitionKind.LIFECYCLE_POLICY, "short-lived-2",
				policy("30d").body());
		assertThat(this.provisioning.apply(policy("30d"), second).changes()).isEmpty();
		assertThat(this.server.requests()).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource({ "400,no handler found for uri [/_ilm/policy/short-lived] and method [GET]",
			"405,Incorrect HTTP method for uri [/_ilm/policy/short-lived] and method [GET]",
			"410,Request for uri [/_ilm/policy/short-lived] is not available when running in serverless mode" })
	void serverWithoutPoliciesIsAPermanentFailureWithARemedy(int status, String error) {
		this.server.on("GET " + NAME, status, "{ \"error\": \"%s\" }".formatted(error));
		DiagnosedException failure = this.provisioning.refused(policy("30d"));
		assertThat(failure.getKind()).isEqualTo(FailureKind.PERMANENT);
		assertThat(failure.getDiagnoses()).singleElement().satisfies((diagnosis) -> {
			assertThat(diagnosis.cause()).isEqualTo("the server does not know what a lifecycle policy is");
			assertThat(diagnosis.evidence()).contains("HTTP " + status);
			assertThat(diagnosis.remedy()).contains("Remove the folder 'lifecycle-policies'");
		});
	}

	private static ClusterDefinition policy(String age) {
		return policy(Map.of("hot", Map.of("actions", Map.of("rollover", Map.of("max_age", age))), "delete",
				Map.of("min_age", "90d", "actions", Map.of("delete", Map.of()))));
	}

	private static ClusterDefinition policy(Map<String, Object> phases) {
		return new ClusterDefinition(DefinitionKind.LIFECYCLE_POLICY, "short-lived",
				sorted(Map.of("policy", Map.of("phases", phases, "_meta", Map.of("version", 2)))));
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> sorted(Map<String, Object> body) {
		Map<String, Object> sorted = new TreeMap<>(body);
		sorted.replaceAll((name, value) -> (value instanceof Map<?, ?>) ? sorted((Map<String, Object>) value) : value);
		return sorted;
	}

}
