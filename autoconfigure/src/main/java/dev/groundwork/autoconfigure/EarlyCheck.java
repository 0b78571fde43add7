package dev.groundwork.autoconfigure;

import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;

import dev.groundwork.contract.Contract;
import dev.groundwork.contract.Deployment;
import dev.groundwork.contract.PreparedCheck;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;

/**
 * Checks the environment of an application while its configuration classes are read: on
 * another thread, as that takes as long in a JVM that has just started. What comes of it
 * counts only as long as no property source is added, replaced or removed.
 */
final class EarlyCheck {

	private static final String BEAN_NAME = "groundworkEarlyCheck";

	private final FutureTask<Outcome> outcome;

	private EarlyCheck(FutureTask<Outcome> outcome) {
		this.outcome = outcome;
	}

	/**
	 * Begin to check an environment.
	 * @param environment the environment
	 * @param beanFactory keeps the check for those who ask for its outcome
	 */
	static void begin(ConfigurableEnvironment environment, ConfigurableListableBeanFactory beanFactory) {
		EarlyCheck check = new EarlyCheck(new FutureTask<>(() -> check(environment)));
		beanFactory.registerSingleton(BEAN_NAME, check);
		ContractThread.start(() -> {
			check.outcome.run();
			Outcome outcome = ContractThread.await(check.outcome);
			if (outcome != null && outcome.isBroken()) {
				EarlyStart.probablyRefused(beanFactory);
			}
		});
	}

	private static Outcome check(ConfigurableEnvironment environment) {
		List<PropertySource<?>> sources = sources(environment);
		ContractBinding binding = new ContractBinding(environment);
		PreparedCheck check = new Contract(binding.terms()).prepare(environment, binding.production());
		// what depends on the deployment is not final, but worth a closer look
		boolean broken = check.hasErrors() || !check.check(Deployment.of(binding.production())).errors().isEmpty();
		return new Outcome(sources, binding, check, broken);
	}

	/**
	 * Let others ask for the outcome, too.
	 * @param keeper keeps a check, if there is one
	 * @param other gets it
	 */
	static void share(ConfigurableListableBeanFactory keeper, ConfigurableListableBeanFactory other) {
		Object check = keeper.getSingleton(BEAN_NAME);
		if (check != null) {
			other.registerSingleton(BEAN_NAME, check);
		}
	}

	/**
	 * Return what came of the check. Where nothing did, it is done again, and its failure
	 * is that of the start.
	 * @param environment the environment as it is now
	 * @param beanFactory keeps the check
	 * @return the outcome or {@code null} if there is none that counts
	 */
	static @Nullable Outcome outcome(ConfigurableEnvironment environment, ConfigurableListableBeanFactory beanFactory) {
		Outcome outcome = (beanFactory.getSingleton(BEAN_NAME) instanceof EarlyCheck check)
				? ContractThread.await(check.outcome) : null;
		return (outcome != null && outcome.isOf(sources(environment))) ? outcome : null;
	}

	/**
	 * Forget the check, and with it the values that it has seen.
	 * @param beanFactory keeps it
	 */
	static void forget(ConfigurableListableBeanFactory beanFactory) {
		if (beanFactory instanceof DefaultSingletonBeanRegistry registry) {
			registry.destroySingleton(BEAN_NAME);
		}
	}

	/**
	 * Return what an environment holds.
	 * @param environment the environment
	 * @return its property sources but for the one that looks into all others
	 */
	static List<PropertySource<?>> sources(ConfigurableEnvironment environment) {
		return environment.getPropertySources()
			.stream()
			.<PropertySource<?>>map((source) -> source)
			.filter((source) -> !ConfigurationPropertySources.isAttachedConfigurationPropertySource(source))
			.toList();
	}

	/**
	 * What came of a check.
	 *
	 * @param sources the property sources that were looked at
	 * @param binding the contract
	 * @param check the check
	 * @param isBroken whether the environment seems to break the contract
	 */
	record Outcome(List<PropertySource<?>> sources, ContractBinding binding, PreparedCheck check, boolean isBroken) {

		private boolean isOf(List<PropertySource<?>> others) {
			return this.sources.size() == others.size() && IntStream.range(0, others.size())
				.allMatch((index) -> this.sources.get(index) == others.get(index));
		}

		@Override
		public String toString() {
			// a property source may show its values
			return "outcome of an early check";
		}

	}

}
