package dev.groundwork.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import dev.groundwork.contract.Contract;
import dev.groundwork.contract.ContractReport;
import dev.groundwork.contract.ContractStatus;
import dev.groundwork.contract.Deployment;
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
			ContractReport report = new ContractReport(check(beanFactory));
			report.warnings().forEach(this::warn);
			report.requireNoErrors();
			beanFactory.registerSingleton(STATUS_BEAN_NAME, report.status());
		}
	}

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

	private ContractStatus check(ConfigurableListableBeanFactory beanFactory) {
		ContractBinding binding = new ContractBinding(this.environment);
		Deployment deployment = new Deployment(binding.production(), false, List.of(), null, null, Set.of());
		List<Finding> findings = new ArrayList<>();
		List<SettingStatus> settings = new ArrayList<>();
		List<Contract> contracts = contracts(beanFactory, binding, findings);
		for (Contract contract : contracts) {
			ContractStatus status = contract.check(this.environment, deployment).status();
			settings.addAll(status.settings());
			findings.addAll(status.findings());
		}
		findings.addAll(binding.findings());
		beanFactory.registerSingleton(IN_FORCE_BEAN_NAME, new ContractInForce(contracts, deployment));
		return new ContractStatus(deployment.production(), settings, findings);
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
