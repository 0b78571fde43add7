package dev.groundwork.drills.application.indexer;

import org.springframework.data.elasticsearch.repository.ElasticsearchRepository;

/**
 * The documents in the index.
 */
interface DocumentRepository extends ElasticsearchRepository<IndexedDocument, String> {

}
