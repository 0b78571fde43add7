package dev.groundwork.elasticsearch;

import org.springframework.data.elasticsearch.core.ReactiveElasticsearchOperations;
import org.springframework.data.elasticsearch.repository.support.ElasticsearchEntityInformation;
import org.springframework.data.elasticsearch.repository.support.SimpleReactiveElasticsearchRepository;

/**
 * Reactive repository whose index is provisioned by somebody else.
 *
 * @param <T> the type of the entity
 * @param <ID> the type of the identifier
 */
class ReactiveProvisionedRepository<T, ID> extends SimpleReactiveElasticsearchRepository<T, ID> {

	ReactiveProvisionedRepository(ElasticsearchEntityInformation<T, ID> metadata,
			ReactiveElasticsearchOperations operations) {
		super(metadata, operations);
	}

	@Override
	public void createIndexAndMappingIfNeeded() {
		// Called by the constructor, which must not reach for the server
	}

}
