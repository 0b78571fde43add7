package dev.groundwork.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

import dev.groundwork.contract.Contract;
import dev.groundwork.contract.ContractInventory;
import dev.groundwork.contract.ContractReport;
import dev.groundwork.contract.ContractTerms;
import dev.groundwork.contract.Finding;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.log.LogMessage;

/**
 * Checks the {@link Contract} when all configuration classes are parsed, and after those
 * that add a property source or decrypt one, so that it sees what the application will
 * see; and before any ordinary singleton is created.
 */
final class ContractEnforcer implements BeanFactoryPostProcessor, Ordered {

	private static final Log logger = LogFactory.getLog(ContractEnforcer.class);

	static final int ORDER = Ordered.LOWEST_PRECEDENCE - 1;

	private static final String STATUS_BEAN_NAME = "groundworkContractStatus";

	private static final String IN_FORCE_BEAN_NAME = "groundworkContractInForce";

	private final ConfigurableEnvironment environment;

	ContractEnforcer(ConfigurableEnvironment environment) {
		this.environment = environment;
	}

	@Override
	public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
		// the build machine has no secrets
		if (!Boolean.getBoolean(AbstractAotProcessor.AOT_PROCESSING)) {
			long start = System.nanoTime();
			ContractCheck.Result result = new ContractCheck(this.environment, beanFactory).run();
			ContractReport report = result.report();
			EarlyCheck.forget(beanFactory);
			logger.debug(LogMessage
				.of(() -> "Checked in %d ms".formatted(Duration.ofNanos(System.nanoTime() - start).toMillis())));
			if (JobRun.of(this.environment).isDoctor()) {
				List<ContractTerms> terms = result.inForce().contracts().stream().map(Contract::terms).toList();
				new ContractExamination(report.status(), ContractInventory.of(terms, this.environment))
					.register(beanFactory);
			}
			else {
				report.requireNoErrors();
				warn(report);
			}
			beanFactory.registerSingleton(IN_FORCE_BEAN_NAME, result.inForce());
			beanFactory.registerSingleton(STATUS_BEAN_NAME, report.status());
		}
	}

	@Override
	public int getOrder() {
		return ORDER;
	}

	private static void warn(ContractReport report) {
		List<Finding> warnings = report.warnings();
		if (!warnings.isEmpty()) {
			logger.warn(LogMessage
				.of(() -> "The configuration keeps its contract, with %d %s (%s):%n%s".formatted(warnings.size(),
						(warnings.size() == 1) ? "warning" : "warnings", report.status().production(),
						warnings.stream()
							.map(ContractEnforcer::line)
							.collect(Collectors.joining(System.lineSeparator())))));
		}
	}

	private static String line(Finding finding) {
		String place = finding.place();
		String remedy = finding.remedy().indent(4).stripTrailing();
		return "  %s: %s%s  [%s]%n%s".formatted(finding.property(), finding.reason(),
				(place != null) ? " (" + place + ")" : "", finding.rule(), remedy);
	}

}
