package dev.groundwork.autoconfigure;

import dev.groundwork.readiness.HealthIsolation;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.health.registry.HealthContributorRegistry;

/**
 * Puts {@link HealthIsolation} between the registry of health contributors and everybody
 * who reads it.
 */
final class HealthIsolationPostProcessor implements BeanPostProcessor {

	private final ObjectProvider<HealthIsolation> isolation;

	HealthIsolationPostProcessor(ObjectProvider<HealthIsolation> isolation) {
		this.isolation = isolation;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		return (bean instanceof HealthContributorRegistry registry) ? this.isolation.getObject().isolate(registry)
				: bean;
	}

}
