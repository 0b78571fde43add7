package dev.groundwork.sample.search;

import java.util.List;

import org.springframework.data.elasticsearch.core.SearchHit;
import org.springframework.data.elasticsearch.core.SearchHits;

/**
 * The answer to a query: how many documents match, and the best of them.
 */
record SearchResult(long total, List<Match> matches) {

	static SearchResult of(SearchHits<IndexedDocument> hits) {
		return new SearchResult(hits.getTotalHits(), hits.stream().map(Match::of).toList());
	}

	/**
	 * A document that matches, and how well.
	 */
	record Match(String id, long version, String title, String author, float score) {

		static Match of(SearchHit<IndexedDocument> hit) {
			IndexedDocument document = hit.getContent();
			return new Match(document.id(), document.version(), document.title(), document.author(), hit.getScore());
		}

	}

}
