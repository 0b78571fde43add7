package dev.groundwork.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.groundwork.provision.ProvisioningMode;
import dev.groundwork.report.ProvisioningJson;
import dev.groundwork.report.ProvisioningReport;
import dev.groundwork.report.ProvisioningText;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.env.Environment;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for a run that plans or lays the
 * groundwork, or looks at what is configured, and ends.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = GroundworkAutoConfiguration.class)
@ConditionalOnGroundwork
@Conditional(OnJobRunCondition.class)
public final class GroundworkJobAutoConfiguration {

	private static final Map<String, Function<ProvisioningReport, String>> FORMATS = Map.of("text",
			(report) -> new ProvisioningText(report).toString(), "json",
			(report) -> new ProvisioningJson(report).toString());

	@Bean(StandardOutput.BEAN_NAME)
	@ConditionalOnMissingBean
	StandardOutput groundworkStandardOutput() {
		return new StandardOutput(System.out);
	}

	@Bean
	static ContractDoctor groundworkContractDoctor(ConfigurableApplicationContext context) {
		return new ContractDoctor(context);
	}

	@Bean
	@Nullable JobLifecycle groundworkJobLifecycle(DesiredStates desiredStates, ProvisioningTasks tasks,
			GroundworkProperties properties, StartupProperties startup, StandardOutput output,
			ConfigurableApplicationContext context, Environment environment) {
		if (!JobRun.of(environment).requested()) {
			return null;
		}
		String application = environment.getProperty("spring.application.name", "application");
		Function<ProvisioningReport, String> format = FORMATS.get(properties.getOutput());
		Job job;
		if (properties.getMode() == ProvisioningMode.DOCTOR) {
			job = ContractDoctor.job(context, desiredStates);
		}
		else if (properties.getMode() == ProvisioningMode.PLAN && ProbesJob.FORMAT.equals(properties.getOutput())) {
			job = new ProbesJob(application, context, startup.getDeadline());
		}
		else if (properties.getMode() == ProvisioningMode.PLAN) {
			job = (format != null) ? new PlanJob(application, desiredStates, format)
					: new ExportJob(desiredStates, export(properties.getOutput(), desiredStates));
		}
		else {
			job = new ProvisioningJob(application, properties.getMode(), tasks, startup.getDeadline(),
					(format != null) ? format : refuse(properties.getOutput(), List.of()));
		}
		return new JobLifecycle(job, output, new ApplicationTermination(context));
	}

	private static String export(String output, DesiredStates desiredStates) {
		List<String> formats = ExportJob.formats(desiredStates);
		return formats.contains(output) ? output
				: refuse(output, Stream.concat(formats.stream(), Stream.of(ProbesJob.FORMAT)).toList());
	}

	private static <T> T refuse(String output, List<String> exports) {
		List<String> known = new ArrayList<>(FORMATS.keySet().stream().sorted().toList());
		known.addAll(exports);
		throw new InvalidConfigurationPropertyValueException("groundwork.output", output,
				"This run can write " + String.join(", ", known));
	}

}
