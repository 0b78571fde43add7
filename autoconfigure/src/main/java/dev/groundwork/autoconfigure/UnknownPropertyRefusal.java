package dev.groundwork.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.context.properties.source.UnboundElementsSourceFilter;
import org.springframework.core.env.Environment;

/**
 * Refuses what is set under {@code groundwork} and nothing reads: a property that is
 * misspelt, or that another version knows, must not be ignored in silence.
 */
final class UnknownPropertyRefusal implements BeanFactoryPostProcessor {

	private static final ConfigurationPropertyName PREFIX = ConfigurationPropertyName.of("groundwork");

	private static final Set<String> KNOWN = Set.of("enabled", "mode", "contract", "startup", "rabbitmq",
			"elasticsearch", "websocket");

	private final Environment environment;

	UnknownPropertyRefusal(Environment environment) {
		this.environment = environment;
	}

	@Override
	public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
		UnboundElementsSourceFilter deliberate = new UnboundElementsSourceFilter();
		List<String> unknown = new ArrayList<>();
		for (ConfigurationPropertySource source : ConfigurationPropertySources.get(this.environment)) {
			if (deliberate.apply(source) && source instanceof IterableConfigurationPropertySource iterable) {
				unknown(iterable).forEach(unknown::add);
			}
		}
		if (!unknown.isEmpty()) {
			String first = unknown.get(0);
			throw new InvalidConfigurationPropertyValueException(first, this.environment.getProperty(first),
					"nothing reads %s; under 'groundwork' there are %s".formatted(unknown,
							KNOWN.stream().sorted().toList()));
		}
	}

	private static Stream<String> unknown(IterableConfigurationPropertySource source) {
		return source.stream()
			.filter(PREFIX::isAncestorOf)
			.filter((name) -> !KNOWN.contains(name.getElement(1, Form.UNIFORM)))
			.map(ConfigurationPropertyName::toString);
	}

}
