package dev.groundwork.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import dev.groundwork.contract.Place;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.context.properties.source.UnboundElementsSourceFilter;
import org.springframework.boot.origin.Origin;
import org.springframework.core.env.Environment;

/**
 * Refuses what is set under {@code groundwork} and nothing reads: a property that is
 * misspelt, or that another version knows, must not be ignored in silence.
 */
final class UnknownPropertyRefusal implements BeanFactoryPostProcessor {

	private static final ConfigurationPropertyName PREFIX = ConfigurationPropertyName.of("groundwork");

	static final Set<String> KNOWN = Set.of("enabled", "mode", "output", "exit", "contract", "lint", "startup",
			"rabbitmq", "elasticsearch", "websocket", "probe", "readiness", "health", "report", "shutdown");

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
			throw new UnknownPropertyException(unknown);
		}
	}

	private static Stream<String> unknown(IterableConfigurationPropertySource source) {
		return source.stream()
			.filter(PREFIX::isAncestorOf)
			.filter((name) -> !KNOWN.contains(name.getElement(1, Form.UNIFORM)))
			.map((name) -> "'%s'%s".formatted(name, place(source, name)));
	}

	private static String place(ConfigurationPropertySource source, ConfigurationPropertyName name) {
		ConfigurationProperty property = source.getConfigurationProperty(name);
		Origin origin = (property != null) ? property.getOrigin() : null;
		return (origin != null) ? " (" + Place.of(origin) + ")" : "";
	}

}
