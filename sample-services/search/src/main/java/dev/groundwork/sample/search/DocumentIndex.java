package dev.groundwork.sample.search;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.elasticsearch.VersionConflictException;
import org.springframework.data.elasticsearch.client.elc.NativeQuery;
import org.springframework.data.elasticsearch.core.ElasticsearchOperations;
import org.springframework.data.elasticsearch.core.RefreshPolicy;
import org.springframework.data.elasticsearch.core.SearchHits;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.stereotype.Service;

/**
 * Puts documents into the index and finds them there.
 */
@Service
class DocumentIndex {

	private static final Logger logger = LoggerFactory.getLogger(DocumentIndex.class);

	private static final PageRequest BEST = PageRequest.ofSize(20);

	private final DocumentRepository repository;

	private final ElasticsearchOperations operations;

	DocumentIndex(DocumentRepository repository, ElasticsearchOperations operations) {
		this.repository = repository;
		this.operations = operations;
	}

	@Retryable(includes = DataAccessException.class, maxRetries = 10, delay = 500, multiplier = 2, maxDelay = 10_000)
	void put(IndexedDocument document) {
		try {
			// a refresh for each document would be most of the work
			this.repository.save(document, RefreshPolicy.NONE);
		}
		catch (VersionConflictException ex) {
			logger.debug("Version {} of document '{}' came late: the index has a newer one", document.version(),
					document.id());
		}
	}

	SearchHits<IndexedDocument> search(String text) {
		NativeQuery query = NativeQuery.builder()
			.withQuery((q) -> q.multiMatch((match) -> match.query(text).fields("title^2", "body")))
			.withPageable(BEST)
			.build();
		return this.operations.search(query, IndexedDocument.class);
	}

}
