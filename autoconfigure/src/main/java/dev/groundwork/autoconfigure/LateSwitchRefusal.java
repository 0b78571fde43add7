package dev.groundwork.autoconfigure;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.core.env.Environment;

/**
 * Refuses to be switched off when it is too late: an application that was processed ahead
 * of time has its beans, whatever the properties say when it runs.
 */
final class LateSwitchRefusal implements BeanFactoryPostProcessor {

	private final Environment environment;

	LateSwitchRefusal(Environment environment) {
		this.environment = environment;
	}

	@Override
	public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
		String property = OnGroundworkCondition.switchedOffBy(this.environment);
		if (property != null) {
			throw new InvalidConfigurationPropertyValueException(property, this.environment.getProperty(property),
					"The application was processed ahead of time with Groundwork switched on. Set the property for "
							+ "that processing, or run the application without -Dspring.aot.enabled=true.");
		}
	}

}
