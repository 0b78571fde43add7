package dev.groundwork.sample.search;

import java.time.Instant;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;

/**
 * Remembers what people look for, so that authors learn what is missing.
 */
@Service
class QueryLog {

	private static final Logger logger = LoggerFactory.getLogger(QueryLog.class);

	private final RecordedQueryRepository repository;

	QueryLog(RecordedQueryRepository repository) {
		this.repository = repository;
	}

	void record(String text, long found) {
		try {
			this.repository.save(new RecordedQuery(null, text, found, Instant.now()));
		}
		catch (DataAccessException ex) {
			logger.warn("A query was not recorded, its answer is not affected: {}", ex.getMessage());
		}
	}

	List<RecordedQuery> unanswered() {
		return this.repository.findFirst20ByFoundOrderByAtDesc(0);
	}

}
