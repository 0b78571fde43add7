package dev.groundwork.autoconfigure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.groundwork.contract.Contract;
import dev.groundwork.contract.ContractInventory;
import dev.groundwork.contract.ContractReport;
import dev.groundwork.contract.ContractStatus;
import dev.groundwork.contract.ContractTerms;
import dev.groundwork.contract.Finding;
import dev.groundwork.contract.SettingStatus;
import dev.groundwork.contract.Severity;
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
			ContractBinding binding = new ContractBinding(this.environment);
			List<Finding> findings = new ArrayList<>(binding.findings());
			ContractInForce inForce = inForce(beanFactory, binding, findings);
			ContractReport report = new ContractReport(check(beanFactory, inForce, findings));
			logger.debug(LogMessage
				.of(() -> "Checked in %d ms".formatted(Duration.ofNanos(System.nanoTime() - start).toMillis())));
			if (JobRun.of(this.environment).isDoctor()) {
				List<ContractTerms> terms = inForce.contracts().stream().map(Contract::terms).toList();
				new ContractExamination(report.status(), ContractInventory.of(terms, this.environment))
					.register(beanFactory);
			}
			else {
				report.requireNoErrors();
				warn(report);
			}
			beanFactory.registerSingleton(IN_FORCE_BEAN_NAME, inForce);
			beanFactory.registerSingleton(STATUS_BEAN_NAME, report.status());
		}
	}

	@Override
	public int getOrder() {
		return ORDER;
	}

	private ContractInForce inForce(ConfigurableListableBeanFactory beanFactory, ContractBinding binding,
			List<Finding> findings) {
		return new ContractInForce(contracts(beanFactory, binding, findings),
				new DeploymentFacts(this.environment, beanFactory).deployment(binding.production(),
						binding.asksForBuild()));
	}

	private ContractStatus check(ConfigurableListableBeanFactory beanFactory, ContractInForce inForce,
			List<Finding> known) {
		List<Finding> findings = new ArrayList<>();
		List<SettingStatus> settings = new ArrayList<>();
		for (Contract contract : inForce.contracts()) {
			ContractStatus status = contract.check(this.environment, inForce.deployment()).status();
			settings.addAll(status.settings());
			findings.addAll(status.findings());
		}
		findings.addAll(known);
		ContractStatus status = new ContractStatus(inForce.deployment().production(), settings, findings);
		findings.addAll(invalidProperties(beanFactory, inForce.contracts(), status));
		return new ContractStatus(inForce.deployment().production(), settings, findings);
	}

	/**
	 * Find the properties that cannot be bound, but for those of which the contract has
	 * already said why.
	 * @param beanFactory has the definitions of the beans
	 * @param contracts the contracts
	 * @param status what is known so far
	 * @return the findings
	 */
	private List<Finding> invalidProperties(ConfigurableListableBeanFactory beanFactory, List<Contract> contracts,
			ContractStatus status) {
		Severity severity = contracts.stream()
			.map((contract) -> contract.terms().severities().get(Finding.INVALID_PROPERTY))
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(Severity.ERROR);
		Set<String> told = status.allFindings()
			.stream()
			.filter((finding) -> finding.severity() == Severity.ERROR)
			.map(Finding::property)
			.collect(Collectors.toSet());
		List<Finding> findings = new ArrayList<>(UnknownPropertyRefusal.findings(this.environment));
		findings.addAll(new PropertiesBinding(beanFactory, this.environment, (properties) -> {
			if (properties.prefix().equals(ContractProperties.PREFIX)) {
				return Severity.OFF;
			}
			return UnknownPropertyRefusal.isOwn(properties) ? Severity.ERROR : severity;
		}).findings());
		return findings.stream().filter((finding) -> !told.contains(finding.property())).toList();
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
