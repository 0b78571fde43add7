package dev.groundwork.sample.search;

import org.springframework.data.elasticsearch.repository.ElasticsearchRepository;

/**
 * The indexed documents.
 */
interface DocumentRepository extends ElasticsearchRepository<IndexedDocument, String> {

}
