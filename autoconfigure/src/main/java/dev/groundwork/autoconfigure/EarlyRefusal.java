package dev.groundwork.autoconfigure;

import java.util.function.Supplier;

import dev.groundwork.contract.ContractReport;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryAware;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurationImportEvent;
import org.springframework.boot.autoconfigure.AutoConfigurationImportListener;
import org.springframework.context.EnvironmentAware;
import org.springframework.context.ResourceLoaderAware;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.log.LogMessage;

/**
 * Refuses an environment that breaks its contract as soon as the application's own
 * configuration classes have been read: reading those of Spring Boot takes as long as all
 * that came before. What cannot be decided yet is left to the {@link ContractEnforcer}. A
 * start that is not refused loads classes ahead from then on.
 */
class EarlyRefusal implements AutoConfigurationImportListener, BeanFactoryAware, EnvironmentAware, ResourceLoaderAware {

	private static final Log logger = LogFactory.getLog(EarlyRefusal.class);

	private @Nullable BeanFactory beanFactory;

	private @Nullable Environment environment;

	private @Nullable ResourceLoader resourceLoader;

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
	public void onAutoConfigurationImportEvent(AutoConfigurationImportEvent event) {
		if (this.resourceLoader != null && this.environment instanceof ConfigurableEnvironment set
				&& this.beanFactory instanceof ConfigurableListableBeanFactory factory) {
			EarlyCheck.Outcome outcome = isEnforced(event, set) ? EarlyCheck.outcome(set, factory) : null;
			if (outcome != null && outcome.isBroken()) {
				refuse(new ConfigurationPreview(factory, set, this.resourceLoader), event);
			}
			EarlyStart.notRefused(factory);
		}
	}

	private static void refuse(ConfigurationPreview preview, AutoConfigurationImportEvent event) {
		ContractReport report = check(preview, event);
		if (report != null) {
			report.requireNoErrors();
		}
	}

	private static @Nullable ContractReport check(ConfigurationPreview preview, AutoConfigurationImportEvent event) {
		Supplier<@Nullable AutoConfiguredTypes> types = AutoConfiguredTypes.find(event.getCandidateConfigurations(),
				preview.beanFactory().getBeanClassLoader());
		try {
			preview.read(event);
			AutoConfiguredTypes properties = preview.isFinal() ? types.get() : null;
			if (properties == null) {
				return null;
			}
			preview.add(properties);
			return new ContractCheck(preview.environment(), preview.beanFactory()).run().report();
		}
		catch (RuntimeException | LinkageError ex) {
			// a fault of the application will be met again; its message may quote a value
			logger.debug(LogMessage.format("Nothing is refused early: %s", ex.getClass().getName()));
			return null;
		}
	}

	// it is not in a slice of an application
	private static boolean isEnforced(AutoConfigurationImportEvent event, Environment environment) {
		return !ConfigurationPreview.isReading(environment)
				&& event.getCandidateConfigurations().contains(GroundworkContractAutoConfiguration.class.getName())
				&& !JobRun.of(environment).isDoctor();
	}

}
