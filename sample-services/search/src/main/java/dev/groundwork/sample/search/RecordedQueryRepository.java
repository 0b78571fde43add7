package dev.groundwork.sample.search;

import java.util.List;

import org.springframework.data.elasticsearch.repository.ElasticsearchRepository;

/**
 * The recorded queries.
 */
interface RecordedQueryRepository extends ElasticsearchRepository<RecordedQuery, String> {

	List<RecordedQuery> findFirst20ByFoundOrderByAtDesc(long found);

}
