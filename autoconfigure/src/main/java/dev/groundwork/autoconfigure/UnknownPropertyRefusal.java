package dev.groundwork.autoconfigure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import dev.groundwork.contract.ContractReport;
import dev.groundwork.contract.ContractStatus;
import dev.groundwork.contract.Finding;
import dev.groundwork.contract.Severity;
import dev.groundwork.contract.Spelling;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.context.properties.source.UnboundElementsSourceFilter;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Refuses what is set under {@code groundwork} and nothing reads: a property that is
 * misspelt, or that another version knows, must not be ignored in silence.
 */
final class UnknownPropertyRefusal implements BeanFactoryPostProcessor {

	private static final ConfigurationPropertyName PREFIX = ConfigurationPropertyName.of("groundwork");

	static final Set<String> KNOWN = Set.of("enabled", "mode", "output", "exit", "contract", "lint", "startup",
			"rabbitmq", "elasticsearch", "websocket", "probe", "readiness", "health", "report", "shutdown");

	private final ConfigurableEnvironment environment;

	UnknownPropertyRefusal(ConfigurableEnvironment environment) {
		this.environment = environment;
	}

	@Override
	public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
		List<Finding> findings = new ArrayList<>(findings(this.environment));
		if (beanFactory.getBeanNamesForType(ContractEnforcer.class, true, false).length == 0) {
			findings.addAll(new PropertiesBinding(beanFactory, this.environment,
					(prefix) -> isOwn(prefix) ? Severity.ERROR : Severity.OFF)
				.findings());
		}
		new ContractReport(new ContractStatus(null, List.of(), findings)).requireNoErrors();
	}

	/**
	 * Return whether properties are those of Groundwork, whose values Spring Boot must
	 * not be left to quote.
	 * @param prefix the prefix of the properties
	 * @return whether they are
	 */
	static boolean isOwn(ConfigurationPropertyName prefix) {
		return PREFIX.isAncestorOf(prefix) || PREFIX.equals(prefix);
	}

	/**
	 * Return what nothing reads. Names only: a value may be a secret in a wrong place.
	 * @param environment the environment
	 * @return the findings
	 */
	static List<Finding> findings(ConfigurableEnvironment environment) {
		UnboundElementsSourceFilter deliberate = new UnboundElementsSourceFilter();
		Map<String, Finding> findings = new LinkedHashMap<>();
		for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
			if (deliberate.apply(source) && source instanceof IterableConfigurationPropertySource iterable) {
				unknown(iterable).forEach((finding) -> findings.putIfAbsent(finding.property(), finding));
			}
		}
		return List.copyOf(findings.values());
	}

	private static Stream<Finding> unknown(IterableConfigurationPropertySource source) {
		return source.stream()
			.filter(PREFIX::isAncestorOf)
			.filter((name) -> !KNOWN.contains(name.getElement(1, Form.UNIFORM)))
			.map((name) -> unknown(source, name));
	}

	private static Finding unknown(ConfigurationPropertySource source, ConfigurationPropertyName name) {
		ConfigurationProperty property = source.getConfigurationProperty(name);
		String closest = Spelling.closest(name.getElement(1, Form.DASHED), KNOWN);
		return new Finding(Finding.INVALID_PROPERTY, Severity.ERROR, name.toString(),
				(property != null) ? property.getOrigin() : null, "is set and nothing reads it",
				(closest != null) ? "Did you mean '%s.%s'?".formatted(PREFIX, closest)
						: "Correct the name or remove it. Under 'groundwork' there are "
								+ String.join(", ", KNOWN.stream().sorted().toList()) + ".");
	}

}
