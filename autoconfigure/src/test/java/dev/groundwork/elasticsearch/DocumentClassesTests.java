package dev.groundwork.elasticsearch;

import java.net.URI;
import java.util.Map;
import java.util.Set;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.jackson.Jackson3JsonpMapper;
import co.elastic.clients.transport.rest5_client.Rest5ClientTransport;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import dev.groundwork.resource.Declaration;
import org.junit.jupiter.api.Test;

import org.springframework.data.annotation.Id;
import org.springframework.data.elasticsearch.annotations.Alias;
import org.springframework.data.elasticsearch.annotations.Document;
import org.springframework.data.elasticsearch.annotations.Field;
import org.springframework.data.elasticsearch.annotations.FieldType;
import org.springframework.data.elasticsearch.annotations.Setting;
import org.springframework.data.elasticsearch.client.elc.ElasticsearchTemplate;
import org.springframework.data.elasticsearch.core.convert.MappingElasticsearchConverter;
import org.springframework.data.elasticsearch.core.mapping.SimpleElasticsearchMappingContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DocumentClasses}, over a client that is never connected.
 */
class DocumentClassesTests {

	@Test
	void takesSettingsMappingsAndAliases() throws Exception {
		assertThat(declarations(Article.class)).singleElement().satisfies((declaration) -> {
			assertThat(declaration.source())
				.isEqualTo("@Document class dev.groundwork.elasticsearch.DocumentClassesTests$Article");
			IndexResource index = (IndexResource) declaration.resource();
			assertThat(index.name()).isEqualTo("articles");
			assertThat(index.settings()).containsEntry("index.number_of_shards", "2")
				.containsEntry("index.number_of_replicas", "0")
				.containsEntry("index.refresh_interval", "5s");
			assertThat(Nested.map(index.mappings(), "properties"))
				.containsEntry("title", Map.of("type", "text", "analyzer", "english"))
				.containsEntry("author", Map.of("type", "keyword"));
			assertThat(index.aliases()).containsOnly(Map.entry("current", Map.of()),
					Map.entry("routed", Map.of("routing", "1")));
		});
	}

	@Test
	void skipsClassesThatDoNotCreateTheirIndex() throws Exception {
		assertThat(declarations(Unmanaged.class)).isEmpty();
	}

	@Test
	void skipsClassesThatAreNoDocument() throws Exception {
		assertThat(declarations(Plain.class)).isEmpty();
	}

	private static Iterable<Declaration> declarations(Class<?> type) throws Exception {
		SimpleElasticsearchMappingContext mappingContext = new SimpleElasticsearchMappingContext();
		mappingContext.setInitialEntitySet(Set.of(type));
		mappingContext.afterPropertiesSet();
		MappingElasticsearchConverter converter = new MappingElasticsearchConverter(mappingContext);
		converter.afterPropertiesSet();
		try (Rest5Client client = Rest5Client.builder(URI.create("http://server.invalid:9200")).build()) {
			ElasticsearchClient elasticsearch = new ElasticsearchClient(
					new Rest5ClientTransport(client, new Jackson3JsonpMapper()));
			return new DocumentClasses(new ElasticsearchTemplate(elasticsearch, converter)).declarations();
		}
	}

	@Document(indexName = "articles", aliases = { @Alias("current"), @Alias(value = "routed", routing = "1") })
	@Setting(shards = 2, replicas = 0, refreshInterval = "5s")
	record Article(@Id String id, @Field(type = FieldType.Text, analyzer = "english") String title,
			@Field(type = FieldType.Keyword) String author) {
	}

	@Document(indexName = "unmanaged", createIndex = false)
	record Unmanaged(@Id String id) {
	}

	record Plain(@Id String id) {
	}

}
