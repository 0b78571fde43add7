package dev.groundwork.elasticsearch;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CopyBatch} and {@link RawJson}.
 */
class CopyBatchTests {

	@Test
	void documentIsTakenAsItIsWritten() {
		CopyBatch batch = CopyBatch
			.of("""
					{ "hits": { "hits": [ { "_id": "a\\"1", "_source": {"n":1.10000000000000000007,"t":"}]\\"{"}, "sort": [7] } ] } }""");
		assertThat(batch.lines()).containsExactly("""
				{"create":{"_id":"a\\"1"}}
				{"n":1.10000000000000000007,"t":"}]\\"{"}
				""");
		assertThat(batch.last()).isEqualTo("[7]");
	}

	@Test
	void documentOnSeveralLinesIsSentOnOne() {
		CopyBatch batch = CopyBatch.of("{\"hits\":{\"hits\":[{\"_id\":\"a\",\"_source\":{\n\"n\":1\r\n}}]}}");
		assertThat(batch.lines().get(0).lines()).hasSize(2);
	}

	@Test
	void routingIsKept() {
		CopyBatch batch = CopyBatch.of("{\"hits\":{\"hits\":[{\"_id\":\"a\",\"_routing\":\"r\",\"_source\":{}}]}}");
		assertThat(batch.lines().get(0)).startsWith("{\"create\":{\"_id\":\"a\",\"routing\":\"r\"}}");
	}

	@Test
	void answerWithoutDocumentsIsTheEnd() {
		assertThat(CopyBatch.of("{\"hits\":{\"hits\":[]}}").lines()).isEmpty();
	}

	@Test
	void nextBatchIsSmallerWhereDocumentsAreLarge() {
		assertThat(new CopyBatch(List.of("a", "b"), "[1]", 4_000_000).nextSize()).isEqualTo(2);
		assertThat(new CopyBatch(List.of("a"), "[1]", 40_000_000).nextSize()).isEqualTo(1);
		assertThat(new CopyBatch(List.of("a"), "[1]", 100).nextSize()).isEqualTo(1000);
	}

}
