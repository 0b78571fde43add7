package dev.groundwork.autoconfigure;

import java.util.List;

import dev.groundwork.plan.LintFinding;
import dev.groundwork.provision.ProvisioningMode;
import dev.groundwork.report.DoctorReport;
import dev.groundwork.report.ProvisioningReport;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Ends a run with {@link ProvisioningMode#DOCTOR} before any ordinary singleton is
 * created where no more can be told: the contract is broken, or a document was asked for
 * that needs no bean. Otherwise the run ends as a {@link Job}, which adds the lint.
 */
final class ContractDoctor implements BeanFactoryPostProcessor, Ordered {

	private final ConfigurableApplicationContext context;

	ContractDoctor(ConfigurableApplicationContext context) {
		this.context = context;
	}

	@Override
	public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
		ConfigurableEnvironment environment = this.context.getEnvironment();
		if (!JobRun.of(environment).isDoctor()) {
			return;
		}
		DoctorOutput output = DoctorOutput.of(environment);
		ContractExamination examination = ContractExamination.of(beanFactory, environment);
		if (output instanceof DoctorOutput.Document document) {
			end(beanFactory, document.format().apply(application(environment), examination.inventory().variables()),
					ProvisioningReport.DONE);
		}
		if (output instanceof DoctorOutput.Report format && examination.isBroken()) {
			DoctorReport report = report(environment, examination, null);
			end(beanFactory, format.format().apply(report), report.exitCode());
		}
	}

	private void end(ConfigurableListableBeanFactory beanFactory, String document, int exitCode) {
		beanFactory.getBean(StandardOutput.BEAN_NAME, StandardOutput.class).write(document);
		new ApplicationTermination(this.context).endWithoutBeans(exitCode);
	}

	/**
	 * Return what is left to do when every bean exists.
	 * @param context the context whose contract holds
	 * @param desiredStates what is declared
	 * @return the job
	 */
	static Job job(ConfigurableApplicationContext context, DesiredStates desiredStates) {
		return (output) -> {
			ConfigurableEnvironment environment = context.getEnvironment();
			DoctorReport report = report(environment, ContractExamination.of(context.getBeanFactory(), environment),
					desiredStates.lint(desiredStates.resolve()));
			if (DoctorOutput.of(environment) instanceof DoctorOutput.Report format) {
				output.write(format.format().apply(report));
			}
			return report.exitCode();
		};
	}

	private static DoctorReport report(ConfigurableEnvironment environment, ContractExamination examination,
			@Nullable List<LintFinding> lint) {
		return new DoctorReport(application(environment), examination.status(), examination.inventory().settings(),
				lint);
	}

	private static String application(ConfigurableEnvironment environment) {
		return environment.getProperty("spring.application.name", "application");
	}

	/**
	 * Return the order behind that of the {@link ContractEnforcer}.
	 */
	@Override
	public int getOrder() {
		return ContractEnforcer.ORDER + 1;
	}

}
