package dev.groundwork.elasticsearch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.groundwork.resource.Difference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link IndexSettings}.
 */
class IndexSettingsTests {

	@Test
	void everyWayToWriteASettingIsTheSame() {
		Map<String, Object> expected = Map.of("index.number_of_shards", "1");
		assertThat(IndexSettings.normalize(Map.of("number_of_shards", 1))).isEqualTo(expected);
		assertThat(IndexSettings.normalize(Map.of("index.number_of_shards", "1"))).isEqualTo(expected);
		assertThat(IndexSettings.normalize(Map.of("index", Map.of("number_of_shards", 1L)))).isEqualTo(expected);
	}

	@Test
	void nestedSettingsBecomeFlat() {
		assertThat(IndexSettings.normalize(
				Map.of("analysis", Map.of("analyzer", Map.of("folded", Map.of("filter", List.of("lowercase")))))))
			.containsExactly(Map.entry("index.analysis.analyzer.folded.filter", List.of("lowercase")));
	}

	@Test
	void numbersInListsBecomeText() {
		assertThat(IndexSettings.normalize(Map.of("sort", Map.of("order", List.of(1, true)))))
			.containsExactly(Map.entry("index.sort.order", List.of("1", "true")));
	}

	@Test
	void whatTheServerAddsIsNoDifference() {
		assertThat(compare(Map.of("number_of_shards", 1),
				Map.of("index.number_of_shards", "1", "index.uuid", "x", "index.creation_date", "1795323684513")))
			.isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "number_of_replicas", "refresh_interval", "max_result_window", "hidden" })
	void dynamicSettingCanBeChanged(String name) {
		assertThat(compare(Map.of(name, "2"), Map.of("index." + name, "1")))
			.containsExactly(new Difference("settings.index." + name, "2", "1", true));
	}

	@ParameterizedTest
	@ValueSource(strings = { "number_of_shards", "codec", "sort.field", "analysis.analyzer.folded.type",
			"similarity.own.type" })
	void staticSettingCannotBeChanged(String name) {
		assertThat(compare(Map.of(name, "2"), Map.of("index." + name, "1")))
			.containsExactly(new Difference("settings.index." + name, "2", "1", false));
	}

	@Test
	void whenTheServerHasNoSuchSettingItIsMissing() {
		assertThat(compare(Map.of("refresh_interval", "5s"), Map.of()))
			.containsExactly(new Difference("settings.index.refresh_interval", "5s", null, true));
	}

	@Test
	void settingThatTheServerHasByDefaultIsNoDifference() {
		Map<String, Object> declared = IndexSettings.normalize(Map.of("codec", "default"));
		assertThat(IndexSettings.needsDefaults(declared, Map.of())).isTrue();
		assertThat(IndexSettings.needsDefaults(declared, Map.of("index.codec", "best_compression"))).isFalse();
		assertThat(IndexSettings.compare(declared, Map.of(), Map.of("index.codec", "default"))).isEmpty();
		assertThat(IndexSettings.compare(declared, Map.of("index.codec", "best_compression"),
				Map.of("index.codec", "default")))
			.hasSize(1);
	}

	@Test
	void nullAsksForTheDefault() {
		Map<String, Object> nothing = new HashMap<>();
		nothing.put("refresh_interval", null);
		Map<String, Object> declared = IndexSettings.normalize(nothing);
		assertThat(IndexSettings.compare(declared, Map.of(), Map.of("index.refresh_interval", "1s"))).isEmpty();
		assertThat(IndexSettings.compare(declared, Map.of("index.refresh_interval", "5s"), Map.of()))
			.containsExactly(new Difference("settings.index.refresh_interval", null, "5s", true));
	}

	@Test
	void listIsTheSameAsItsValuesWithCommas() {
		assertThat(compare(Map.of("sort.field", List.of("a", "b")), Map.of("index.sort.field", "a,b"))).isEmpty();
	}

	@Test
	void numberOfReplicasIsTheServersWhereItExpandsThem() {
		assertThat(compare(Map.of("number_of_replicas", 2),
				Map.of("index.number_of_replicas", "0", "index.auto_expand_replicas", "0-1")))
			.isEmpty();
		assertThat(compare(Map.of("number_of_replicas", 2, "auto_expand_replicas", "false"),
				Map.of("index.number_of_replicas", "0", "index.auto_expand_replicas", "0-1")))
			.hasSize(2);
	}

	@Test
	void whatTheServerWritesItselfIsNotBeyondTheDeclaration() {
		assertThat(IndexSettings.beyond(IndexSettings.normalize(Map.of("codec", "default")),
				Map.of("index.uuid", "x", "index.codec", "default", "index.refresh_interval", "9s",
						"index.routing.allocation.include._tier_preference", "data_content")))
			.containsExactly(Map.entry("index.refresh_interval", "9s"));
	}

	private static List<Difference> compare(Map<String, Object> expected, Map<String, Object> actual) {
		return IndexSettings.compare(IndexSettings.normalize(expected), actual);
	}

}
