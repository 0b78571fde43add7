package dev.groundwork.sample.search;

import java.net.URI;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.data.elasticsearch.core.SearchHit;
import org.springframework.data.elasticsearch.core.SearchHits;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link SearchController}.
 */
@WebMvcTest(SearchController.class)
class SearchControllerTests {

	private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

	private final MockMvcTester mvc;

	@MockitoBean
	private DocumentIndex index;

	@MockitoBean
	private QueryLog queries;

	SearchControllerTests(@Autowired MockMvcTester mvc) {
		this.mvc = mvc;
	}

	@Test
	void searchAnswersTheBestMatchesAndIsRecorded() {
		SearchHits<IndexedDocument> hits = hits(new IndexedDocument("d1", 3L, "Plan", "A draft", "ann", NOON));
		given(this.index.search("draft")).willReturn(hits);
		assertThat(this.mvc.get().uri("/search?q=draft")).hasStatusOk().bodyJson().isStrictlyEqualTo("""
				{ "total": 1, "matches": [
				  { "id": "d1", "version": 3, "title": "Plan", "author": "ann", "score": 1.5 } ] }""");
		then(this.queries).should().record("draft", 1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/search", "/search?q=", "/search?q=%20" })
	void searchWithoutQueryAnswersAProblem(String uri) {
		assertThat(this.mvc.get().uri(URI.create(uri))).hasStatus(HttpStatus.BAD_REQUEST)
			.hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
		then(this.index).shouldHaveNoInteractions();
	}

	@Test
	void searchWhileElasticsearchIsAwayAnswersServiceUnavailable() {
		given(this.index.search("draft")).willThrow(new DataAccessResourceFailureException("Connection refused"));
		assertThat(this.mvc.get().uri("/search?q=draft")).hasStatus(HttpStatus.SERVICE_UNAVAILABLE)
			.hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
	}

	@Test
	void queriesThatFoundNothingAreTold() {
		given(this.queries.unanswered()).willReturn(List.of(new RecordedQuery("q1", "unicorn", 0, NOON)));
		assertThat(this.mvc.get().uri("/search/unanswered")).hasStatusOk()
			.bodyJson()
			.extractingPath("$[0].text")
			.isEqualTo("unicorn");
	}

	private static SearchHits<IndexedDocument> hits(IndexedDocument document) {
		SearchHit<IndexedDocument> hit = mock();
		given(hit.getContent()).willReturn(document);
		given(hit.getScore()).willReturn(1.5F);
		SearchHits<IndexedDocument> hits = mock();
		given(hits.getTotalHits()).willReturn(1L);
		given(hits.stream()).will((invocation) -> List.of(hit).stream());
		return hits;
	}

}
