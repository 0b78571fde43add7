package dev.groundwork.autoconfigure;

import java.util.ArrayList;
import java.util.List;

import co.elastic.clients.transport.rest5_client.low_level.Rest5ClientBuilder;
import dev.groundwork.elasticsearch.DefinitionFiles;
import dev.groundwork.elasticsearch.DocumentClasses;
import dev.groundwork.elasticsearch.ElasticsearchBackEnd;
import dev.groundwork.elasticsearch.RepositoryTakeover;
import dev.groundwork.provision.Provisioner;
import dev.groundwork.resource.Declaration;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.autoconfigure.condition.SearchStrategy;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.data.elasticsearch.core.ElasticsearchOperations;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the Elasticsearch back end.
 *
 * @since 0.1.0
 */
@AutoConfiguration(before = GroundworkAutoConfiguration.class,
		afterName = "org.springframework.boot.elasticsearch.autoconfigure.ElasticsearchRestClientAutoConfiguration")
@ConditionalOnGroundwork
@ConditionalOnClass(Rest5ClientBuilder.class)
@ConditionalOnSingleCandidate(Rest5ClientBuilder.class)
@ConditionalOnBooleanProperty(name = "groundwork.elasticsearch.enabled", matchIfMissing = true)
@EnableConfigurationProperties(ElasticsearchIndexProperties.class)
public final class GroundworkElasticsearchAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(name = "elasticsearchProvisioner", search = SearchStrategy.CURRENT)
	Provisioner elasticsearchProvisioner(Rest5ClientBuilder clientBuilder, ElasticsearchIndexProperties properties,
			ResourcePatternResolver resolver, ObjectProvider<IndexDeclarations> declarations, Environment environment) {
		DefinitionFiles files = new DefinitionFiles(resolver, properties.getLocation());
		return ElasticsearchBackEnd.provisioner(clientBuilder::build, () -> {
			List<Declaration> all = new ArrayList<>(files.declarations());
			declarations.orderedStream().forEach((source) -> all.addAll(source.get()));
			return all;
		}, properties.getWaitForStatus(), properties.getOnDrift(),
				environment.getProperty("groundwork.exit", Boolean.class, false));
	}

	/**
	 * Index definitions of Spring Data.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(ElasticsearchOperations.class)
	static class SpringDataConfiguration {

		@Bean
		static RepositoryTakeover groundworkRepositoryTakeover() {
			return new RepositoryTakeover();
		}

		@Bean
		IndexDeclarations groundworkDocumentClasses(ObjectProvider<ElasticsearchOperations> operations) {
			return () -> operations.stream()
				.flatMap((each) -> new DocumentClasses(each).declarations().stream())
				.toList();
		}

	}

}
