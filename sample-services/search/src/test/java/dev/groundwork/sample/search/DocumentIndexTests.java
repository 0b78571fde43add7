package dev.groundwork.sample.search;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import org.springframework.data.elasticsearch.VersionConflictException;
import org.springframework.data.elasticsearch.core.ElasticsearchOperations;
import org.springframework.data.elasticsearch.core.RefreshPolicy;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link DocumentIndex}.
 */
class DocumentIndexTests {

	private final DocumentRepository repository = mock();

	private final DocumentIndex index = new DocumentIndex(this.repository, mock(ElasticsearchOperations.class));

	@Test
	void documentOlderThanTheIndexedOneIsLeftOut() {
		given(this.repository.save(any(), eq(RefreshPolicy.NONE)))
			.willThrow(new VersionConflictException("Version conflict", new IllegalStateException()));
		IndexedDocument late = new IndexedDocument("d1", 1L, "Plan", "A draft", "ann",
				Instant.parse("2026-11-22T12:00:00Z"));
		assertThatNoException().isThrownBy(() -> this.index.put(late));
	}

}
