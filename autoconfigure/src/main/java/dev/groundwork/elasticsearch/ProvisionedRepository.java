package dev.groundwork.elasticsearch;

import org.springframework.data.elasticsearch.core.ElasticsearchOperations;
import org.springframework.data.elasticsearch.repository.support.ElasticsearchEntityInformation;
import org.springframework.data.elasticsearch.repository.support.SimpleElasticsearchRepository;

/**
 * Repository whose index is provisioned by somebody else.
 *
 * @param <T> the type of the entity
 * @param <ID> the type of the identifier
 */
class ProvisionedRepository<T, ID> extends SimpleElasticsearchRepository<T, ID> {

	ProvisionedRepository(ElasticsearchEntityInformation<T, ID> metadata, ElasticsearchOperations operations) {
		super(metadata, operations);
	}

	@Override
	public void createIndexAndMappingIfNeeded() {
		// Called by the constructor, which must not reach for the server
	}

}
