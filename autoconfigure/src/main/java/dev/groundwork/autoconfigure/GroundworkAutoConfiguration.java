package dev.groundwork.autoconfigure;

import java.util.ArrayList;
import java.util.List;

import dev.groundwork.contract.ContractStatus;
import dev.groundwork.plan.LintRule;
import dev.groundwork.provision.Provisioner;
import dev.groundwork.provision.ProvisioningMode;
import dev.groundwork.readiness.Dependencies;
import dev.groundwork.readiness.Readiness;
import dev.groundwork.readiness.ReadinessGate;
import dev.groundwork.report.GroundworkReports;
import dev.groundwork.report.StartObserver;
import dev.groundwork.report.TerminationMessageFile;
import dev.groundwork.startup.Startup;
import dev.groundwork.startup.StartupBeginning;
import dev.groundwork.startup.StartupLifecycle;
import dev.groundwork.startup.StartupObservation;
import dev.groundwork.startup.StartupStrategy;
import dev.groundwork.startup.StartupTask;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.SearchStrategy;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the {@link Startup}, its tasks
 * and its gates.
 *
 * @since 0.1.0
 */
@AutoConfiguration
@ConditionalOnGroundwork
@EnableConfigurationProperties({ GroundworkProperties.class, StartupProperties.class, LintProperties.class,
		ProbeProperties.class, ReportProperties.class })
public final class GroundworkAutoConfiguration {

	@Bean
	static UnknownPropertyRefusal groundworkUnknownPropertyRefusal(ConfigurableEnvironment environment) {
		return new UnknownPropertyRefusal(environment);
	}

	@Bean
	static LateSwitchRefusal groundworkLateSwitchRefusal(Environment environment) {
		return new LateSwitchRefusal(environment);
	}

	@Bean
	DesiredStates groundworkDesiredStates(ObjectProvider<Provisioner> provisioners,
			ObjectProvider<ProvisionerContributor> contributors, ObjectProvider<LintRule> rules,
			LintProperties properties) {
		List<Provisioner> all = new ArrayList<>(provisioners.orderedStream().toList());
		contributors.orderedStream().forEach((contributor) -> all.addAll(contributor.provisioners()));
		return new DesiredStates(all, rules.orderedStream().toList(), properties.getRules());
	}

	@Bean
	GroundworkLint groundworkLint(DesiredStates desiredStates) {
		return new GroundworkLint(desiredStates);
	}

	@Bean
	ProvisioningTasks groundworkProvisioningTasks(DesiredStates desiredStates, GroundworkProperties properties,
			ObjectProvider<StartObserver> observers) {
		return new ProvisioningTasks(desiredStates, properties.getMode(), () -> observers.orderedStream().toList());
	}

	@Bean(GroundworkLaid.BEAN_NAME)
	@Lazy
	GroundworkLaid groundworkLaid(ProvisioningTasks provisioningTasks, GroundworkProperties properties,
			StartupProperties startupProperties) {
		boolean leftAlone = properties.getMode() == ProvisioningMode.PLAN
				|| properties.getMode() == ProvisioningMode.DOCTOR || TrainingRun.isRequested();
		return new GroundworkLaid(leftAlone ? List::of : provisioningTasks::tasks, startupProperties.getDeadline());
	}

	@Bean
	@ConditionalOnMissingBean(search = SearchStrategy.CURRENT)
	Startup groundworkStartup(ObjectProvider<StartupTask> tasks, ObjectProvider<StartupTaskContributor> contributors,
			ObjectProvider<StartObserver> observers, StartupProperties properties) {
		return new Startup(() -> {
			List<StartupTask> all = new ArrayList<>();
			contributors.orderedStream().forEach((contributor) -> all.addAll(contributor.tasks()));
			tasks.orderedStream().forEach(all::add);
			observers.orderedStream().forEach((observer) -> all.replaceAll(observer::around));
			return all;
		}, properties.getDeadline(), properties.getOnDeadline());
	}

	@Bean
	@ConditionalOnMissingBean(search = SearchStrategy.CURRENT)
	Readiness groundworkReadiness(Startup startup, ObjectProvider<ReadinessGate> gates,
			ObjectProvider<Dependencies> dependencies) {
		List<ReadinessGate> all = gates.orderedStream().toList();
		Dependencies watched = dependencies.getIfAvailable();
		if (watched != null) {
			startup.completion().thenRun(watched::startCompleted);
		}
		return (watched != null) ? new Readiness(startup, all, watched) : new Readiness(startup, all, List::of);
	}

	@Bean
	@ConditionalOnMissingBean(name = "groundworkStartupObservation", search = SearchStrategy.CURRENT)
	StartupObservation groundworkStartupObservation() {
		return new StartupObservation(Thread.currentThread());
	}

	@Bean
	ObservedReadiness groundworkObservedReadiness(StartupObservation observation, ObjectProvider<EarlyStart> earlyStart,
			Startup startup, Readiness readiness) {
		return new ObservedReadiness(observation, earlyStart.getIfAvailable(), startup, readiness);
	}

	@Bean
	StartupBeginning groundworkStartupBeginning(Startup startup) {
		return new StartupBeginning(startup);
	}

	@Bean
	@ConditionalOnWebApplication
	StartupLifecycle groundworkBackgroundLifecycle(Startup startup, StartupProperties properties) {
		return lifecycle(startup, properties, StartupStrategy.BACKGROUND);
	}

	@Bean
	@ConditionalOnNotWebApplication
	StartupLifecycle groundworkBlockingLifecycle(Startup startup, StartupProperties properties) {
		return lifecycle(startup, properties, StartupStrategy.BLOCK);
	}

	private static StartupLifecycle lifecycle(Startup startup, StartupProperties properties,
			StartupStrategy defaultStrategy) {
		StartupStrategy strategy = properties.getStrategy();
		return new StartupLifecycle(startup, (strategy != null) ? strategy : defaultStrategy);
	}

	@Bean
	GroundworkReports groundworkReports(Startup startup, StartupObservation observation, Readiness readiness,
			ProvisioningTasks provisioningTasks, ObjectProvider<ContractStatus> contract,
			ObjectProvider<SecretRotations> rotations) {
		return new GroundworkReports(startup, observation::waits, readiness, provisioningTasks::results,
				provisioningTasks::obstacles, () -> rotations.getIfAvailable(SecretRotations::new)
					.addTo(contract.getIfAvailable(() -> ContractStatus.EMPTY)));
	}

	@Bean
	ReadyAnnouncement groundworkReadyAnnouncement(Readiness readiness, GroundworkReports reports,
			ConfigurableApplicationContext context) {
		return new ReadyAnnouncement(readiness, reports, context);
	}

	@Bean
	StartupFailureEscalation groundworkStartupFailureEscalation(Startup startup,
			ConfigurableApplicationContext context) {
		return new StartupFailureEscalation(startup, new ApplicationTermination(context));
	}

	@Bean
	TerminationMessageFile groundworkTerminationMessageFile(Environment environment) {
		return TerminationMessageFiles.of(environment);
	}

}
