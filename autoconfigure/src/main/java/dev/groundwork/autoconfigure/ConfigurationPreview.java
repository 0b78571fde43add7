package dev.groundwork.autoconfigure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import dev.groundwork.contract.Contract;

import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.annotation.AnnotatedGenericBeanDefinition;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.bind.BindConstructorProvider;
import org.springframework.boot.context.properties.bind.BindMethod;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.context.annotation.AnnotationConfigUtils;
import org.springframework.context.annotation.ConfigurationClassPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.type.MethodMetadata;
import org.springframework.util.ClassUtils;

/**
 * The bean definitions that an application will have, as far as they are known before the
 * auto-configuration of Spring Boot is read: the application's own, those of other
 * auto-configurations, and the properties that Spring Boot binds. No bean is ever made of
 * them, and the application itself is left as it is.
 */
final class ConfigurationPreview {

	private final DefaultListableBeanFactory beanFactory = new DefaultListableBeanFactory();

	private final ConfigurableEnvironment original;

	private final PreviewEnvironment environment;

	private final ResourceLoader resourceLoader;

	/**
	 * The beans that were added, and which auto-configurations bind them.
	 */
	private final Map<String, List<String>> added = new LinkedHashMap<>();

	/**
	 * Create a new {@link ConfigurationPreview} instance in which nothing has been read
	 * yet.
	 * @param original has the definitions of the application's first configuration
	 * classes
	 * @param environment the environment of the application
	 * @param resourceLoader finds the classes
	 */
	ConfigurationPreview(ConfigurableListableBeanFactory original, ConfigurableEnvironment environment,
			ResourceLoader resourceLoader) {
		this.original = environment;
		this.environment = new PreviewEnvironment(environment);
		this.resourceLoader = resourceLoader;
		this.beanFactory.copyConfigurationFrom(original);
		EarlyCheck.share(original, this.beanFactory);
		Object beanNames = original.getSingleton(AnnotationConfigUtils.CONFIGURATION_BEAN_NAME_GENERATOR);
		if (beanNames != null) {
			this.beanFactory.registerSingleton(AnnotationConfigUtils.CONFIGURATION_BEAN_NAME_GENERATOR, beanNames);
		}
		Stream.of(original.getBeanDefinitionNames())
			.forEach((name) -> addSource(name, original.getBeanDefinition(name)));
	}

	/**
	 * Return whether it is a preview that reads configuration classes.
	 * @param environment the environment of who reads them
	 * @return whether it is
	 */
	static boolean isReading(Environment environment) {
		return environment instanceof PreviewEnvironment;
	}

	/**
	 * Read the configuration classes but for the auto-configurations of Spring Boot.
	 * @param candidates the auto-configurations that the application may have
	 */
	void read(List<String> candidates) {
		ConfigurationClassPostProcessor processor = new ConfigurationClassPostProcessor();
		processor.setEnvironment(this.environment);
		processor.setResourceLoader(this.resourceLoader);
		// finding out that all are left out takes longer than reading all the rest
		boolean others = !candidates.stream().allMatch(AutoConfiguredTypes::isOfSpringBoot);
		this.environment.read(others, () -> processor.postProcessBeanDefinitionRegistry(this.beanFactory));
	}

	/**
	 * Add what the auto-configurations of Spring Boot bind, which is all that is taken
	 * from them.
	 * @param properties what the candidates bind, whether or not they apply
	 */
	void add(AutoConfiguredTypes properties) {
		Iterable<ConfigurationPropertySource> sources = ConfigurationPropertySources.get(environment());
		properties.with((prefix) -> PropertiesBinding.mayBeSet(ConfigurationPropertyName.of(prefix), sources))
			.prefixes()
			.forEach((configuration, types) -> types
				.forEach((name, prefix) -> addProperties(name, prefix, configuration)));
	}

	/**
	 * Remove what was added for candidates that do not apply. Finding that out loads many
	 * classes, and is worth it only where what they bind makes a difference.
	 * @param metadata tells which of them apply
	 * @return whether anything was removed
	 */
	boolean removeInapplicable(AutoConfigurationMetadata metadata) {
		int before = this.beanFactory.getBeanDefinitionCount();
		Set<String> candidates = new LinkedHashSet<>();
		this.added.values().forEach(candidates::addAll);
		List<String> applicable = new ImportFilters(metadata, this.beanFactory).filter(candidates);
		this.added.forEach((bean, configurations) -> {
			if (Collections.disjoint(configurations, applicable)) {
				this.beanFactory.removeBeanDefinition(bean);
			}
		});
		return this.beanFactory.getBeanDefinitionCount() < before;
	}

	// what a scan has found it will find again
	private void addSource(String name, BeanDefinition definition) {
		if (definition.getClass() == AnnotatedGenericBeanDefinition.class) {
			this.beanFactory.registerBeanDefinition(name,
					new AnnotatedGenericBeanDefinition(((AnnotatedGenericBeanDefinition) definition).getMetadata()));
		}
	}

	private void addProperties(String name, String prefix, String configuration) {
		String bean = prefix + "-" + name;
		if (!this.beanFactory.containsBeanDefinition(bean)) {
			Class<?> type = ClassUtils.resolveClassName(name, this.beanFactory.getBeanClassLoader());
			RootBeanDefinition definition = new RootBeanDefinition(type);
			boolean constructed = BindConstructorProvider.DEFAULT.getBindConstructor(type, false) != null;
			definition.setAttribute(BindMethod.class.getName(),
					constructed ? BindMethod.VALUE_OBJECT : BindMethod.JAVA_BEAN);
			this.beanFactory.registerBeanDefinition(bean, definition);
			this.added.put(bean, new ArrayList<>());
		}
		List<String> configurations = this.added.get(bean);
		if (configurations != null) {
			configurations.add(configuration);
		}
	}

	ConfigurableListableBeanFactory beanFactory() {
		return this.beanFactory;
	}

	/**
	 * Return the environment that the application will have.
	 * @return its own, which has learnt the names of all properties before, unless a
	 * configuration class adds to it
	 */
	ConfigurableEnvironment environment() {
		return this.environment.isLike(this.original) ? this.original : this.environment;
	}

	/**
	 * Return whether the application can neither change its environment any more nor say
	 * in code what is required of it.
	 * @return whether a check of the environment is final
	 */
	boolean isFinal() {
		return names(Contract.class).length == 0 && Stream.of(names(BeanFactoryPostProcessor.class))
			.map(this::declaredBy)
			.allMatch(ConfigurationPreview::isOfSpring);
	}

	private String declaredBy(String name) {
		BeanDefinition definition = this.beanFactory.getBeanDefinition(name);
		MethodMetadata method = (definition instanceof AnnotatedBeanDefinition annotated)
				? annotated.getFactoryMethodMetadata() : null;
		return (method != null) ? method.getDeclaringClassName() : String.valueOf(definition.getBeanClassName());
	}

	private static boolean isOfSpring(String type) {
		return type.startsWith("org.springframework.");
	}

	private String[] names(Class<?> type) {
		return this.beanFactory.getBeanNamesForType(type, true, false);
	}

	/**
	 * What the environment of the application holds and will hold.
	 */
	private static final class PreviewEnvironment extends StandardEnvironment {

		private static final String OVERRIDE = "override";

		PreviewEnvironment(ConfigurableEnvironment original) {
			EarlyCheck.sources(original).forEach(getPropertySources()::addLast);
			ConfigurationPropertySources.attach(this);
			setActiveProfiles(original.getActiveProfiles());
			setDefaultProfiles(original.getDefaultProfiles());
			setConversionService(original.getConversionService());
		}

		@Override
		protected void customizePropertySources(MutablePropertySources propertySources) {
			// there are those of the original
		}

		boolean isLike(ConfigurableEnvironment original) {
			return EarlyCheck.sources(this).equals(EarlyCheck.sources(original));
		}

		void read(boolean autoConfigurations, Runnable reading) {
			getPropertySources().addFirst(new MapPropertySource(OVERRIDE,
					Map.of(EnableAutoConfiguration.ENABLED_OVERRIDE_PROPERTY, autoConfigurations)));
			reading.run();
			getPropertySources().remove(OVERRIDE);
		}

	}

}
