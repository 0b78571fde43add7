package dev.groundwork.autoconfigure;

import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

import dev.groundwork.readiness.CheckSchedule;
import dev.groundwork.readiness.CheckThreads;
import dev.groundwork.readiness.HealthIsolation;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.SearchStrategy;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroups;
import org.springframework.boot.health.registry.HealthContributorRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the isolation of health
 * indicators.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = GroundworkReadinessAutoConfiguration.class)
@ConditionalOnGroundwork
@ConditionalOnClass({ HealthContributorRegistry.class, HealthEndpointGroups.class })
@EnableConfigurationProperties({ HealthProperties.class, ReadinessProperties.class })
public final class GroundworkHealthIsolationAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(name = "groundworkCheckThreads", search = SearchStrategy.CURRENT)
	CheckThreads groundworkCheckThreads() {
		return new CheckThreads();
	}

	@Bean
	HealthIsolation groundworkHealthIsolation(HealthProperties properties, ReadinessProperties dependencies,
			ObjectProvider<HealthEndpointGroups> groups, CheckThreads threads) {
		Predicate<String> scope = switch (properties.getIsolate()) {
			case PROBES -> (path) -> isMemberOfProbe(path, groups.getIfAvailable());
			case ALL -> (path) -> true;
			case NONE -> (path) -> false;
		};
		return new HealthIsolation(scope, (path) -> schedule(path, dependencies), threads);
	}

	private static boolean isMemberOfProbe(String path, @Nullable HealthEndpointGroups groups) {
		return groups != null && Stream.of("readiness", "liveness")
			.map(groups::get)
			.filter(Objects::nonNull)
			.anyMatch((group) -> group.isMember(path));
	}

	private static CheckSchedule schedule(String path, ReadinessProperties dependencies) {
		String contributor = dependencies.getDependencies().containsKey(path) ? path : path.split("/")[0];
		return dependencies.dependency(contributor).schedule(1);
	}

	@Bean
	static HealthIsolationPostProcessor groundworkHealthIsolationPostProcessor(
			ObjectProvider<HealthIsolation> isolation) {
		return new HealthIsolationPostProcessor(isolation);
	}

	/**
	 * Reactive health indicators.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(Mono.class)
	static class ReactiveConfiguration {

		@Bean
		static ReactiveHealthIsolationPostProcessor groundworkReactiveHealthIsolationPostProcessor(
				ObjectProvider<HealthIsolation> isolation) {
			return new ReactiveHealthIsolationPostProcessor(isolation);
		}

	}

}
