package dev.groundwork.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.groundwork.contract.Contract;
import dev.groundwork.contract.ContractInventory;
import dev.groundwork.contract.ContractReport;
import dev.groundwork.contract.ContractStatus;
import dev.groundwork.contract.ContractTerms;
import dev.groundwork.contract.Finding;
import dev.groundwork.contract.SettingStatus;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.PriorityOrdered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.log.LogMessage;

/**
 * Checks the {@link Contract} when all configuration classes are parsed, so that every
 * property source is there, and before any ordinary singleton is created.
 */
final class ContractEnforcer implements BeanFactoryPostProcessor, PriorityOrdered {

	private static final Log logger = LogFactory.getLog(ContractEnforcer.class);

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
			ContractBinding binding = new ContractBinding(this.environment);
			List<Finding> findings = new ArrayList<>(binding.findings());
			ContractInForce inForce = inForce(beanFactory, binding, findings);
			ContractReport report = new ContractReport(check(inForce, findings));
			if (JobRun.of(this.environment).isDoctor()) {
				List<ContractTerms> terms = inForce.contracts().stream().map(Contract::terms).toList();
				new ContractExamination(report.status(), ContractInventory.of(terms, this.environment))
					.register(beanFactory);
			}
			else {
				report.warnings().forEach(this::warn);
				report.requireNoErrors();
			}
			beanFactory.registerSingleton(IN_FORCE_BEAN_NAME, inForce);
			beanFactory.registerSingleton(STATUS_BEAN_NAME, report.status());
		}
	}

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

	private ContractInForce inForce(ConfigurableListableBeanFactory beanFactory, ContractBinding binding,
			List<Finding> findings) {
		return new ContractInForce(contracts(beanFactory, binding, findings),
				new DeploymentFacts(this.environment, beanFactory).deployment(binding.production(),
						binding.asksForBuild()));
	}

	private ContractStatus check(ContractInForce inForce, List<Finding> known) {
		List<Finding> findings = new ArrayList<>();
		List<SettingStatus> settings = new ArrayList<>();
		for (Contract contract : inForce.contracts()) {
			ContractStatus status = contract.check(this.environment, inForce.deployment()).status();
			settings.addAll(status.settings());
			findings.addAll(status.findings());
		}
		findings.addAll(known);
		return new ContractStatus(inForce.deployment().production(), settings, findings);
	}

	private static List<Contract> contracts(ConfigurableListableBeanFactory beanFactory, ContractBinding binding,
			List<Finding> findings) {
		String[] names = beanFactory.getBeanNamesForType(Contract.class, true, false);
		if (names.length == 0) {
			CodeContract code = CodeContract.read(classLoader(beanFactory), new BoundTypes(beanFactory));
			Contract contract = new Contract(code.addTo(binding.terms()));
			findings.addAll(code.findings());
			return List.of(contract);
		}
		return Stream.of(names).map((name) -> beanFactory.getBean(name, Contract.class)).toList();
	}

	private static ClassLoader classLoader(ConfigurableListableBeanFactory beanFactory) {
		ClassLoader classLoader = beanFactory.getBeanClassLoader();
		return (classLoader != null) ? classLoader : ContractEnforcer.class.getClassLoader();
	}

	private void warn(Finding finding) {
		logger.warn(LogMessage.format("[%s] %s: %s%n%s", finding.rule(), finding.property(), finding.reason(),
				finding.remedy()));
	}

}
