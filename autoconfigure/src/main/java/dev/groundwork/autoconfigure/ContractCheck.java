package dev.groundwork.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.groundwork.contract.Contract;
import dev.groundwork.contract.ContractReport;
import dev.groundwork.contract.ContractStatus;
import dev.groundwork.contract.Deployment;
import dev.groundwork.contract.Finding;
import dev.groundwork.contract.SettingStatus;
import dev.groundwork.contract.Severity;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Checks an environment against everything that the properties, annotations and beans of
 * an application require of it. Creates no bean but contracts.
 */
final class ContractCheck {

	private static final ConfigurationPropertyName CONTRACT = ConfigurationPropertyName.of(ContractProperties.PREFIX);

	private final ConfigurableEnvironment environment;

	private final ConfigurableListableBeanFactory beanFactory;

	/**
	 * Create a new {@link ContractCheck} instance.
	 * @param environment the environment
	 * @param beanFactory has the definitions of the beans
	 */
	ContractCheck(ConfigurableEnvironment environment, ConfigurableListableBeanFactory beanFactory) {
		this.environment = environment;
		this.beanFactory = beanFactory;
	}

	/**
	 * Check the environment.
	 * @return what it was checked against, and what was found
	 */
	Result run() {
		EarlyCheck.Outcome early = EarlyCheck.outcome(this.environment, this.beanFactory);
		ContractBinding binding = (early != null) ? early.binding() : new ContractBinding(this.environment);
		List<Finding> findings = new ArrayList<>();
		List<Finding> known = new ArrayList<>(binding.findings());
		List<SettingStatus> settings = new ArrayList<>();
		List<Contract> contracts = contracts(binding, known);
		Supplier<List<Finding>> bound = bind(contracts);
		Deployment deployment = new DeploymentFacts(this.environment, this.beanFactory).deployment(binding.production(),
				binding.asksForBuild());
		for (Contract contract : contracts) {
			ContractStatus status = check(contract, deployment, early).status();
			settings.addAll(status.settings());
			findings.addAll(status.findings());
		}
		findings.addAll(known);
		findings.addAll(invalidProperties(bound, new ContractStatus(deployment.production(), settings, findings)));
		return new Result(new ContractInForce(contracts, deployment),
				new ContractReport(new ContractStatus(deployment.production(), settings, findings)));
	}

	private ContractReport check(Contract contract, Deployment deployment, EarlyCheck.@Nullable Outcome early) {
		return (early != null && contract.terms() == early.binding().terms()) ? early.check().check(deployment)
				: contract.check(this.environment, deployment);
	}

	private List<Contract> contracts(ContractBinding binding, List<Finding> findings) {
		String[] names = this.beanFactory.getBeanNamesForType(Contract.class, true, false);
		if (names.length == 0) {
			CodeContract code = CodeContract.read(classLoader(), new BoundTypes(this.beanFactory));
			Contract contract = new Contract(code.addTo(binding.terms()));
			findings.addAll(code.findings());
			return List.of(contract);
		}
		return Stream.of(names).map((name) -> this.beanFactory.getBean(name, Contract.class)).toList();
	}

	private ClassLoader classLoader() {
		ClassLoader classLoader = this.beanFactory.getBeanClassLoader();
		return (classLoader != null) ? classLoader : ContractCheck.class.getClassLoader();
	}

	private Supplier<List<Finding>> bind(List<Contract> contracts) {
		Severity severity = contracts.stream()
			.map((contract) -> contract.terms().severities().get(Finding.INVALID_PROPERTY))
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(Severity.ERROR);
		return new PropertiesBinding(this.beanFactory, this.environment, (prefix) -> {
			if (prefix.equals(CONTRACT)) {
				return Severity.OFF;
			}
			return UnknownPropertyRefusal.isOwn(prefix) ? Severity.ERROR : severity;
		}).begin();
	}

	/**
	 * Find the properties that cannot be bound, but for those of which the contract has
	 * already said why.
	 * @param bound what cannot be bound
	 * @param status what is known so far
	 * @return the findings
	 */
	private List<Finding> invalidProperties(Supplier<List<Finding>> bound, ContractStatus status) {
		Set<String> told = status.allFindings()
			.stream()
			.filter((finding) -> finding.severity() == Severity.ERROR)
			.map(Finding::property)
			.collect(Collectors.toSet());
		List<Finding> findings = new ArrayList<>(UnknownPropertyRefusal.findings(this.environment));
		findings.addAll(bound.get());
		return findings.stream().filter((finding) -> !told.contains(finding.property())).toList();
	}

	/**
	 * What came of a check.
	 *
	 * @param inForce what the environment was checked against
	 * @param report what was found
	 */
	record Result(ContractInForce inForce, ContractReport report) {

	}

}
