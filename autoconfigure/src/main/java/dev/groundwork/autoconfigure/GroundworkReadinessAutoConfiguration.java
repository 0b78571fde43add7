package dev.groundwork.autoconfigure;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

import javax.sql.DataSource;

import co.elastic.clients.transport.rest5_client.low_level.Rest5ClientBuilder;
import dev.groundwork.autoconfigure.ReadinessProperties.Dependency;
import dev.groundwork.elasticsearch.ClusterWatch;
import dev.groundwork.elasticsearch.IndexResource;
import dev.groundwork.provision.Provisioner;
import dev.groundwork.rabbitmq.FailedListeners;
import dev.groundwork.readiness.CheckThreads;
import dev.groundwork.readiness.Dependencies;
import dev.groundwork.readiness.DependencyCheck;
import dev.groundwork.readiness.DependencyChecks;
import dev.groundwork.readiness.HealthDependencyCheck;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.amqp.rabbit.core.RabbitAdmin;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.SearchStrategy;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.registry.HealthContributorRegistry;
import org.springframework.boot.health.registry.ReactiveHealthContributorRegistry;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;
import org.springframework.util.function.SingletonSupplier;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for what the application depends on
 * while it runs.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = { GroundworkRabbitMqAutoConfiguration.class, GroundworkElasticsearchAutoConfiguration.class,
		GroundworkWebSocketAutoConfiguration.class }, before = GroundworkAutoConfiguration.class)
@ConditionalOnGroundwork
@ConditionalOnBooleanProperty(name = "groundwork.readiness.enabled", matchIfMissing = true)
@EnableConfigurationProperties(ReadinessProperties.class)
@Import(EmbeddedWebServerConfiguration.class)
public final class GroundworkReadinessAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(name = "groundworkCheckThreads", search = SearchStrategy.CURRENT)
	CheckThreads groundworkCheckThreads() {
		return new CheckThreads();
	}

	@Bean
	WatchedDependencies groundworkWatchedDependencies(ReadinessProperties properties,
			ObjectProvider<DependencyCheck> checks, ObjectProvider<DependencyContributor> contributors,
			ObjectProvider<NamedHealthChecks> healthChecks, ResourceLoader resources) {
		return new WatchedDependencies(properties, () -> {
			List<DependencyCheck> all = new ArrayList<>(checks.orderedStream().toList());
			contributors.orderedStream().forEach((contributor) -> all.addAll(contributor.checks()));
			return all;
		}, (name, path) -> healthChecks.orderedStream()
			.map((health) -> health.find(name, path))
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(null), resources);
	}

	@Bean
	@ConditionalOnMissingBean(name = "groundworkDependencies", search = SearchStrategy.CURRENT)
	Dependencies groundworkDependencies(WatchedDependencies watched, CheckThreads threads, Environment environment) {
		// A run that ends by itself has no readiness
		return new Dependencies(
				() -> (JobRun.of(environment).requested() || TrainingRun.isRequested()) ? List.of() : watched.get(),
				threads);
	}

	@Bean
	ApplicationListener<ContextClosedEvent> groundworkEndOfWatch(Dependencies dependencies,
			ApplicationContext context) {
		return (event) -> {
			// What goes away from now on does so because the application ends
			if (event.getApplicationContext() == context) {
				dependencies.stop();
			}
		};
	}

	/**
	 * RabbitMQ.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(RabbitAdmin.class)
	@ConditionalOnBean(name = "dev.groundwork.autoconfigure.GroundworkRabbitMqAutoConfiguration")
	static class RabbitMqConfiguration {

		@Bean
		FailedListeners groundworkFailedListeners() {
			return new FailedListeners();
		}

		@Bean
		BrokerDependencies groundworkBrokerDependencies(ListableBeanFactory beanFactory,
				FailedListeners failedListeners, ReadinessProperties properties, RabbitMqProvisioners provisioners,
				ReconnectProvisioning reconnect, Environment environment) {
			return new BrokerDependencies(beanFactory, failedListeners, properties, provisioners, reconnect,
					environment.getProperty("spring.application.name", "application") + "/groundwork");
		}

	}

	/**
	 * Elasticsearch.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(Rest5ClientBuilder.class)
	@ConditionalOnBean(name = "dev.groundwork.autoconfigure.GroundworkElasticsearchAutoConfiguration")
	static class ElasticsearchConfiguration {

		@Bean
		ClusterDependency groundworkClusterDependency(Rest5ClientBuilder clientBuilder,
				@Qualifier("elasticsearchProvisioner") ObjectProvider<Provisioner> provisioner,
				ReadinessProperties properties) {
			Supplier<List<String>> indexes = SingletonSupplier.of(() -> provisioner.stream()
				.flatMap((each) -> each.resolveDesiredState().resources(IndexResource.class).stream())
				.map(IndexResource::name)
				.toList());
			ClusterWatch watch = new ClusterWatch(clientBuilder::build, indexes,
					properties.dependency(ClusterDependency.NAME).clientTimeout());
			return new ClusterDependency(watch, indexes, properties);
		}

	}

	/**
	 * Databases.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(DataSource.class)
	static class JdbcConfiguration {

		@Bean
		DependencyContributor groundworkDataSources(ConfigurableListableBeanFactory beanFactory,
				ReadinessProperties properties) {
			return () -> new CreatedBeans(beanFactory).ofType(DataSource.class)
				.entrySet()
				.stream()
				.<DependencyCheck>map((bean) -> new DataSourceCheck(bean.getKey(), bean.getValue(),
						properties.dependency(bean.getKey()).clientTimeout()))
				.toList();
		}

	}

	/**
	 * Health contributors.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(HealthContributorRegistry.class)
	static class HealthConfiguration {

		@Bean
		NamedHealthChecks groundworkNamedHealthChecks(ObjectProvider<HealthContributorRegistry> registry) {
			return (name, path) -> {
				HealthContributorRegistry contributors = registry.getIfAvailable();
				return (contributors != null) ? HealthDependencyCheck.find(name, path, contributors) : null;
			};
		}

	}

	/**
	 * Reactive health contributors.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ ReactiveHealthContributorRegistry.class, Mono.class })
	static class ReactiveHealthConfiguration {

		@Bean
		NamedHealthChecks groundworkNamedReactiveHealthChecks(
				ObjectProvider<ReactiveHealthContributorRegistry> registry) {
			return (name, path) -> {
				ReactiveHealthContributorRegistry contributors = registry.getIfAvailable();
				return (contributors != null)
						? HealthDependencyCheck.find(name, path, contributors.asHealthContributors()) : null;
			};
		}

	}

	/**
	 * The embedded web server.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(WebServerApplicationContext.class)
	@ConditionalOnWebApplication
	static class WebServerConfiguration {

		@Bean
		DependencyContributor groundworkWebServer(ObjectProvider<EmbeddedWebServer> webServer,
				ReadinessProperties properties) {
			return () -> webServer.stream().map((server) -> check(server, properties)).toList();
		}

		private static DependencyCheck check(EmbeddedWebServer server, ReadinessProperties properties) {
			String path = properties.getWebServer().getPath();
			Dependency dependency = properties.dependency(WatchedDependencies.WEB_SERVER);
			Supplier<@Nullable InetSocketAddress> address = server::address;
			return DependencyChecks.webServer(WatchedDependencies.WEB_SERVER, address, server.isSecure(),
					(path != null) ? "GET " + path : "OPTIONS *", dependency.clientTimeout());
		}

	}

}
