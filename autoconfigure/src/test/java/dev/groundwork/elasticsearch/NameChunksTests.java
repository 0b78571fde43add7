package dev.groundwork.elasticsearch;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link NameChunks}.
 */
class NameChunksTests {

	@Test
	void fewNamesAreOneChunk() {
		assertThat(NameChunks.of(List.of("a", "b"))).containsExactly(List.of("a", "b"));
		assertThat(NameChunks.of(List.of())).isEmpty();
	}

	@Test
	void noChunkIsTooLongForARequestLineAndNoNameIsLost() {
		List<String> names = IntStream.range(0, 500).mapToObj((number) -> "index-ä-" + number).toList();
		List<List<String>> chunks = NameChunks.of(names);
		assertThat(chunks.stream().flatMap(List::stream)).containsExactlyElementsOf(names);
		assertThat(chunks).hasSizeGreaterThan(1)
			.allSatisfy(
					(chunk) -> assertThat(ElasticsearchRequest.names(chunk).replace(",", "%2C")).hasSizeLessThan(3600));
	}

	@Test
	void nameThatIsLongerThanAChunkHasOneOfItsOwn() {
		assertThat(NameChunks.of(List.of("a", "ä".repeat(2000), "b"))).hasSize(3);
	}

}
