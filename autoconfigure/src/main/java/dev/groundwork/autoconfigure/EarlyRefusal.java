package dev.groundwork.autoconfigure;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;

import dev.groundwork.contract.ContractReport;
import dev.groundwork.contract.Finding;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryAware;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.context.ResourceLoaderAware;
import org.springframework.core.PriorityOrdered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.log.LogMessage;

/**
 * Refuses an environment that breaks its contract as soon as the application's own
 * configuration classes have been read: finding out which auto-configurations apply and
 * reading them takes as long as all that came before. What cannot be decided yet is left
 * to the {@link ContractEnforcer}. A start that is not refused loads classes ahead from
 * then on.
 * <p>
 * Keeps a {@link ConfigurationPreview} from reading the auto-configurations of Spring
 * Boot, and filters nothing else.
 */
class EarlyRefusal implements AutoConfigurationImportFilter, PriorityOrdered, BeanFactoryAware, EnvironmentAware,
		ResourceLoaderAware {

	private static final Log logger = LogFactory.getLog(EarlyRefusal.class);

	private @Nullable BeanFactory beanFactory;

	private @Nullable Environment environment;

	private @Nullable ResourceLoader resourceLoader;

	private boolean asked;

	/**
	 * Come before the filters that look for classes.
	 */
	@Override
	public int getOrder() {
		return PriorityOrdered.HIGHEST_PRECEDENCE;
	}

	@Override
	public void setBeanFactory(BeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	@Override
	public void setEnvironment(Environment environment) {
		this.environment = environment;
	}

	@Override
	public void setResourceLoader(ResourceLoader resourceLoader) {
		this.resourceLoader = resourceLoader;
	}

	@Override
	public boolean[] match(@Nullable String[] candidates, AutoConfigurationMetadata metadata) {
		boolean[] matches = new boolean[candidates.length];
		Arrays.fill(matches, true);
		// It is asked about all, and then about each class that one of them imports
		if (!this.asked && this.resourceLoader != null && this.environment instanceof ConfigurableEnvironment set
				&& this.beanFactory instanceof ConfigurableListableBeanFactory factory) {
			this.asked = true;
			if (ConfigurationPreview.isReading(set)) {
				leaveOutSpringBoot(candidates, matches);
			}
			else {
				List<String> names = Stream.of(candidates).filter(Objects::nonNull).toList();
				if (isBroken(names, set, factory)) {
					refuse(new ConfigurationPreview(factory, set, this.resourceLoader), names, metadata);
				}
				EarlyStart.notRefused(factory);
			}
		}
		return matches;
	}

	private static void leaveOutSpringBoot(@Nullable String[] candidates, boolean[] matches) {
		for (int index = 0; index < candidates.length; index++) {
			String candidate = candidates[index];
			matches[index] = candidate == null || !AutoConfiguredTypes.isOfSpringBoot(candidate);
		}
	}

	private static boolean isBroken(List<String> candidates, ConfigurableEnvironment environment,
			ConfigurableListableBeanFactory beanFactory) {
		EarlyCheck.Outcome outcome = isEnforced(candidates, environment) ? EarlyCheck.outcome(environment, beanFactory)
				: null;
		return outcome != null && outcome.isBroken();
	}

	// it is not in a slice of an application
	private static boolean isEnforced(List<String> candidates, Environment environment) {
		return candidates.contains(GroundworkContractAutoConfiguration.class.getName())
				&& !JobRun.of(environment).isDoctor();
	}

	private static void refuse(ConfigurationPreview preview, List<String> candidates,
			AutoConfigurationMetadata metadata) {
		ContractReport report = check(preview, candidates, metadata);
		if (report != null) {
			report.requireNoErrors();
		}
	}

	private static @Nullable ContractReport check(ConfigurationPreview preview, List<String> candidates,
			AutoConfigurationMetadata metadata) {
		Supplier<@Nullable AutoConfiguredTypes> types = AutoConfiguredTypes.find(candidates,
				preview.beanFactory().getBeanClassLoader());
		try {
			preview.read(candidates);
			AutoConfiguredTypes properties = preview.isFinal() ? types.get() : null;
			if (properties == null) {
				return null;
			}
			preview.add(properties);
			ContractReport report = report(preview);
			boolean invalid = report.findings()
				.stream()
				.anyMatch((finding) -> finding.rule().equals(Finding.INVALID_PROPERTY));
			return (invalid && preview.removeInapplicable(metadata)) ? report(preview) : report;
		}
		catch (RuntimeException | LinkageError ex) {
			// a fault of the application will be met again; its message may quote a value
			logger.debug(LogMessage.format("Nothing is refused early: %s", ex.getClass().getName()));
			return null;
		}
	}

	private static ContractReport report(ConfigurationPreview preview) {
		return new ContractCheck(preview.environment(), preview.beanFactory()).run().report();
	}

}
