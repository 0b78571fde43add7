package dev.groundwork.elasticsearch;

import java.util.List;
import java.util.Map;

import dev.groundwork.resource.Declaration;
import dev.groundwork.resource.DesiredState;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RequestExport}.
 */
class RequestExportTests {

	@Test
	void requestsAreWrittenAsAConsoleTakesThem() {
		String text = new RequestExport().write(
				DesiredState.of(List.of(
						new Declaration(
								new ClusterDefinition(DefinitionKind.COMPONENT_TEMPLATE, "part",
										Map.of("template", Map.of("settings", Map.of("a", List.of("x", 1))))),
								"a test"),
						new Declaration(new IndexResource("orders", Map.of("codec", "default"), Map.of(), Map.of()),
								"a test"))));
		assertThat(text).isEqualTo("""
				PUT /_component_template/part
				{
				  "template": {
				    "settings": {
				      "a": ["x", 1]
				    }
				  }
				}

				PUT /orders
				{
				  "aliases": {},
				  "mappings": {},
				  "settings": {
				    "index.codec": "default"
				  }
				}
				""");
	}

	@Test
	void whatSomebodyElseCreatesIsNotWritten() {
		assertThat(new RequestExport().write(DesiredState
			.of(List.of(new Declaration(new IndexResource("theirs", Map.of(), Map.of(), Map.of()), "a test", true)))))
			.isEmpty();
	}

	@Test
	void formatHasTheNameByWhichItIsAskedFor() {
		assertThat(new RequestExport().getFormat()).isEqualTo("elasticsearch-requests");
	}

}
