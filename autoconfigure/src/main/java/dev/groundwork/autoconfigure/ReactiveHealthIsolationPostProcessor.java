package dev.groundwork.autoconfigure;

import dev.groundwork.readiness.HealthIsolation;
import dev.groundwork.readiness.ReactiveHealthIsolation;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.health.registry.ReactiveHealthContributorRegistry;

/**
 * Puts {@link ReactiveHealthIsolation} between the registry of reactive health
 * contributors and everybody who reads it.
 */
final class ReactiveHealthIsolationPostProcessor implements BeanPostProcessor {

	private final ObjectProvider<HealthIsolation> isolation;

	ReactiveHealthIsolationPostProcessor(ObjectProvider<HealthIsolation> isolation) {
		this.isolation = isolation;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		return (bean instanceof ReactiveHealthContributorRegistry registry)
				? new ReactiveHealthIsolation(this.isolation.getObject()).isolate(registry) : bean;
	}

}
