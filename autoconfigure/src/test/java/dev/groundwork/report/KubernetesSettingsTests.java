package dev.groundwork.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.groundwork.contract.EnvironmentVariable;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link KubernetesSettings}.
 */
class KubernetesSettingsTests {

	@Test
	void secretsAndOtherSettingsAreApart() {
		assertThat(parse("shop", EnvironmentExampleTests.VARIABLES)).containsExactly(
				Map.of("apiVersion", "v1", "kind", "Secret", "metadata", Map.of("name", "shop-secrets"), "type",
						"Opaque", "stringData", Map.of("JWT_SECRET", "")),
				Map.of("apiVersion", "v1", "kind", "ConfigMap", "metadata", Map.of("name", "shop-settings"), "data",
						Map.of("REGION", "")));
	}

	@Test
	void whatMayBeLeftOutIsCommentedOut() {
		assertThat(new KubernetesSettings("shop", EnvironmentExampleTests.VARIABLES).toString()).contains(
				"  # required when app.mail.enabled\n", "  #MAIL_PASSWORD: \"\"\n", "  #HOST: \"localhost\"\n",
				"  # deprecated: use JWT_SECRET\n");
	}

	@Test
	void whatIsCommentedOutIsYamlToo() {
		String yaml = new KubernetesSettings("shop", List.of(EnvironmentExampleTests.optional("a \"b\" \\ # c")))
			.toString();
		assertThat(documents(yaml.replace("  #X", "  X")).get(1)).containsEntry("data", Map.of("X", "a \"b\" \\ # c"));
	}

	@Property
	void anyNameOfAnApplicationBecomesOneOfKubernetes(@ForAll String application) {
		assertThat(parse(application, List.of())).hasSize(2)
			.extracting("metadata.name")
			.allSatisfy((name) -> assertThat(name).asString().matches("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?"));
	}

	private static List<Map<String, Object>> parse(String application, List<EnvironmentVariable> variables) {
		return documents(new KubernetesSettings(application, variables).toString());
	}

	private static List<Map<String, Object>> documents(String yaml) {
		List<Map<String, Object>> documents = new ArrayList<>();
		new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(yaml).forEach((document) -> {
			Map<String, Object> map = new LinkedHashMap<>();
			((Map<?, ?>) document).forEach((key, value) -> map.put(key.toString(), value));
			documents.add(map);
		});
		return documents;
	}

}
