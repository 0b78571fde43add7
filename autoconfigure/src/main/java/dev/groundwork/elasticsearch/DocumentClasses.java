package dev.groundwork.elasticsearch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.groundwork.resource.Declaration;

import org.springframework.data.elasticsearch.annotations.Document;
import org.springframework.data.elasticsearch.core.ElasticsearchOperations;
import org.springframework.data.elasticsearch.core.IndexOperations;
import org.springframework.data.elasticsearch.core.mapping.ElasticsearchPersistentEntity;
import org.springframework.util.StringUtils;

/**
 * Index definitions in classes with {@code @Document(createIndex = true)}.
 *
 * @since 0.1.0
 */
public final class DocumentClasses {

	private final ElasticsearchOperations operations;

	/**
	 * Create a new {@link DocumentClasses} instance.
	 * @param operations knows the classes; not asked for anything that needs a server
	 */
	public DocumentClasses(ElasticsearchOperations operations) {
		this.operations = operations;
	}

	/**
	 * Read the classes.
	 * @return one declaration for each index
	 */
	public List<Declaration> declarations() {
		return this.operations.getElasticsearchConverter()
			.getMappingContext()
			.getPersistentEntities()
			.stream()
			.filter((entity) -> entity.isAnnotationPresent(Document.class) && entity.isCreateIndexAndMapping())
			.flatMap(this::declarations)
			.toList();
	}

	private Stream<Declaration> declarations(ElasticsearchPersistentEntity<?> entity) {
		Class<?> type = entity.getType();
		IndexOperations indexOperations = this.operations.indexOps(type);
		Map<String, Object> settings = new LinkedHashMap<>(indexOperations.createSettings());
		Map<String, Object> mappings = new LinkedHashMap<>(indexOperations.createMapping());
		Map<String, Object> aliases = aliases(entity);
		return Stream.of(entity.getIndexCoordinates().getIndexNames())
			.map((name) -> new IndexResource(name, settings, mappings, aliases))
			.map((index) -> new Declaration(index, "@Document class " + type.getName()));
	}

	private static Map<String, Object> aliases(ElasticsearchPersistentEntity<?> entity) {
		Map<String, Object> aliases = new LinkedHashMap<>();
		entity.getAliases().forEach((alias) -> {
			Map<String, Object> definition = new LinkedHashMap<>();
			if (StringUtils.hasText(alias.getRouting())) {
				definition.put("routing", alias.getRouting());
			}
			aliases.put(alias.getAlias(), definition);
		});
		return aliases;
	}

}
