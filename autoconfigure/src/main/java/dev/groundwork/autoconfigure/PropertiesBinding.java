package dev.groundwork.autoconfigure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;

import dev.groundwork.autoconfigure.PropertiesTarget.Kind;
import dev.groundwork.contract.Finding;
import dev.groundwork.contract.Severity;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.AbstractBeanFactory;
import org.springframework.beans.support.ResourceEditorRegistrar;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindHandlerAdvisor;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.bind.validation.ValidationBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.ConfigurationPropertyState;
import org.springframework.boot.context.properties.source.UnboundElementsSourceFilter;
import org.springframework.context.support.PropertySourcesPlaceholderConfigurer;
import org.springframework.core.convert.ConversionException;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySources;
import org.springframework.core.log.LogMessage;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.validation.Validator;

/**
 * Binds every {@link ConfigurationProperties} bean that Spring Boot will bind when the
 * application starts, into an object that is thrown away, to know all failures before
 * there is a bean. What Spring Boot would bind in another way is left to it.
 */
final class PropertiesBinding {

	private static final Log logger = LogFactory.getLog(PropertiesBinding.class);

	private final ConfigurableListableBeanFactory beanFactory;

	private final ConfigurableEnvironment environment;

	private final Function<ConfigurationPropertyName, Severity> severity;

	private final SingletonSupplier<LaterConverters> converters;

	/**
	 * Create a new {@link PropertiesBinding} instance.
	 * @param beanFactory has the definitions of all beans
	 * @param environment the environment
	 * @param severity the severity of what is wrong with a bean by its prefix,
	 * {@link Severity#OFF} not to look at it
	 */
	PropertiesBinding(ConfigurableListableBeanFactory beanFactory, ConfigurableEnvironment environment,
			Function<ConfigurationPropertyName, Severity> severity) {
		this.beanFactory = beanFactory;
		this.environment = environment;
		this.severity = severity;
		this.converters = SingletonSupplier.of(() -> LaterConverters.of(beanFactory));
	}

	/**
	 * Return what Spring Boot would refuse.
	 * @return the findings of all beans
	 */
	List<Finding> findings() {
		return begin().get();
	}

	/**
	 * Begin to look for what Spring Boot would refuse. Another thread begins with the
	 * properties of Spring itself, which run no code of the application.
	 * @return binds the others and what is left, and returns the findings of all beans
	 */
	Supplier<List<Finding>> begin() {
		try {
			return has(ConfigurationPropertiesBindHandlerAdvisor.class) ? List::of
					: begin(new PropertiesValidation(this.beanFactory));
		}
		catch (Exception | LinkageError ex) {
			leave("all beans", ex);
			return List::of;
		}
	}

	private Supplier<List<Finding>> begin(PropertiesValidation validation) {
		PropertySources propertySources = propertySources();
		// Those of the environment have learnt the names of all properties before
		Iterable<ConfigurationPropertySource> sources = (propertySources == this.environment.getPropertySources())
				? ConfigurationPropertySources.get(this.environment)
				: ConfigurationPropertySources.from(propertySources);
		boolean editors = hasEditorsOfTheApplication();
		List<Callable<List<Finding>>> ofSpring = new ArrayList<>();
		List<PropertiesTarget> others = new ArrayList<>();
		for (PropertiesTarget target : targets(sources, validation)) {
			if (!editors && target.isOfSpring() && !validation.validates(target)) {
				ofSpring.add(() -> findings(List.of(target), binder(propertySources, sources), validation));
			}
			else {
				others.add(target);
			}
		}
		Supplier<List<@Nullable List<Finding>>> shared = ContractThread.share(ofSpring);
		return () -> {
			List<Finding> findings = new ArrayList<>();
			try (validation) {
				findings.addAll(findings(others, binder(propertySources, sources), validation));
			}
			catch (Exception | LinkageError ex) {
				leave("the application", ex);
			}
			shared.get().forEach((found) -> findings.addAll(inTime(found)));
			return findings.stream().distinct().toList();
		};
	}

	// they are made by code of the application, and for each binder
	private boolean hasEditorsOfTheApplication() {
		return !(this.beanFactory instanceof AbstractBeanFactory factory) || !factory.getCustomEditors().isEmpty()
				|| !factory.getPropertyEditorRegistrars().stream().allMatch(ResourceEditorRegistrar.class::isInstance);
	}

	private static List<Finding> inTime(@Nullable List<Finding> findings) {
		if (findings == null) {
			logger.debug("Properties of Spring that another thread has not bound in time are left to Spring Boot");
		}
		return (findings != null) ? findings : List.of();
	}

	private List<PropertiesTarget> targets(Iterable<ConfigurationPropertySource> sources,
			PropertiesValidation validation) {
		List<PropertiesTarget> targets = new ArrayList<>();
		for (String name : this.beanFactory.getBeanDefinitionNames()) {
			try {
				PropertiesTarget target = PropertiesTarget.find(this.beanFactory, name);
				if (target != null && isWanted(target) && mayFail(target, sources, validation)) {
					targets.add(target);
				}
			}
			catch (Exception | LinkageError ex) {
				leave("bean '" + name + "'", ex);
			}
		}
		return targets;
	}

	private Binder binder(PropertySources propertySources, Iterable<ConfigurationPropertySource> sources) {
		ConversionService conversionService = this.beanFactory.getConversionService();
		return new Binder(sources, new PropertySourcesPlaceholdersResolver(propertySources),
				(conversionService != null) ? List.of(conversionService) : null,
				this.beanFactory::copyRegisteredEditorsTo, null, null);
	}

	private List<Finding> findings(List<PropertiesTarget> targets, Binder binder, PropertiesValidation validation) {
		List<Finding> findings = new ArrayList<>();
		for (PropertiesTarget target : targets) {
			try {
				findings.addAll(findings(target, binder, validation));
			}
			catch (Exception | LinkageError ex) {
				leave("'" + target.prefix() + "'", ex);
			}
		}
		return findings;
	}

	// what Spring Boot binds from, which may be more than the environment
	private PropertySources propertySources() {
		Collection<PropertySourcesPlaceholderConfigurer> configurers = this.beanFactory
			.getBeansOfType(PropertySourcesPlaceholderConfigurer.class, false, false)
			.values();
		return (configurers.size() == 1) ? configurers.iterator().next().getAppliedPropertySources()
				: this.environment.getPropertySources();
	}

	private boolean isWanted(PropertiesTarget target) {
		return this.severity.apply(target.prefix()) != Severity.OFF;
	}

	private static boolean mayFail(PropertiesTarget target, Iterable<ConfigurationPropertySource> sources,
			PropertiesValidation validation) {
		return target.isConstructed() || mayBeSet(target.prefix(), sources)
				|| (validation.validates(target) && target.kind() != Kind.MADE);
	}

	/**
	 * Return whether something may be set below a prefix.
	 * @param prefix the prefix
	 * @param sources what is set
	 * @return whether there is something, or nobody can say
	 */
	static boolean mayBeSet(ConfigurationPropertyName prefix, Iterable<ConfigurationPropertySource> sources) {
		for (ConfigurationPropertySource source : sources) {
			if (source.containsDescendantOf(prefix) != ConfigurationPropertyState.ABSENT) {
				return true;
			}
		}
		return false;
	}

	private List<Finding> findings(PropertiesTarget target, Binder binder, PropertiesValidation validation) {
		CollectingBindHandler handler;
		if (target.kind() == Kind.MADE) {
			handler = new DryBindHandler((failure) -> isUndecided(failure, target));
		}
		else if (isBound(target, binder, validation)) {
			return List.of();
		}
		else {
			handler = new CollectingBindHandler(checks(target, validation), (failure) -> isUndecided(failure, target));
		}
		bind(target, target.bindable(), binder, handler);
		return new BindFindings(this.environment, this.severity.apply(target.prefix()), validation::demand)
			.findings(handler);
	}

	private static boolean isBound(PropertiesTarget target, Binder binder, PropertiesValidation validation) {
		Bindable<Object> bindable = target.bindable();
		Validator[] validators = validation.validators(target, bindable).toArray(Validator[]::new);
		try {
			bind(target, bindable, binder, PropertiesBindHandler.of(target, validators));
			return true;
		}
		catch (BindException ex) {
			return false;
		}
	}

	private static List<BindHandler> checks(PropertiesTarget target, PropertiesValidation validation) {
		List<BindHandler> checks = new ArrayList<>();
		for (Validator validator : validation.validators(target, target.bindable())) {
			checks.add(new ValidationBindHandler(validator));
		}
		if (!target.ignoresUnknownFields()) {
			checks.add(new NoUnboundElementsBindHandler(BindHandler.DEFAULT, new UnboundElementsSourceFilter()));
		}
		return checks;
	}

	private static void bind(PropertiesTarget target, Bindable<Object> bindable, Binder binder, BindHandler handler) {
		if (target.kind() == Kind.CONSTRUCTED) {
			binder.bindOrCreate(target.prefix(), bindable, handler);
		}
		else {
			binder.bind(target.prefix(), bindable, handler);
		}
	}

	private boolean isUndecided(BindFailure failure, PropertiesTarget target) {
		if (failure.error() instanceof UnboundConfigurationPropertiesException) {
			return target.ignoresUnknownFields() && target.ignoresInvalidFields();
		}
		return target.ignoresInvalidFields() || (failure.error() instanceof ConversionException
				&& this.converters.obtain().convert(failure.target()));
	}

	private boolean has(Class<?> type) {
		return this.beanFactory.getBeanNamesForType(type, true, false).length > 0;
	}

	private static void leave(String what, Throwable failure) {
		// the message of the failure may quote a value
		logger.debug(LogMessage.format("The properties of %s are left to Spring Boot: %s", what,
				failure.getClass().getName()));
	}

}
