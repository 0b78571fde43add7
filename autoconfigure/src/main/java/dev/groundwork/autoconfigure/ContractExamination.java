package dev.groundwork.autoconfigure;

import java.util.List;

import dev.groundwork.contract.ContractInventory;
import dev.groundwork.contract.ContractReport;
import dev.groundwork.contract.ContractStatus;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * What a {@link ContractDoctor} is told instead of ending the start.
 *
 * @param status what is required and whether it is there
 * @param inventory what the application reads
 */
record ContractExamination(ContractStatus status, ContractInventory inventory) {

	private static final String BEAN_NAME = "groundworkContractExamination";

	void register(ConfigurableListableBeanFactory beanFactory) {
		beanFactory.registerSingleton(BEAN_NAME, this);
	}

	/**
	 * Find the examination of an application.
	 * @param beanFactory the bean factory of the application
	 * @param environment its environment
	 * @return the examination; without a finding if contracts are switched off
	 */
	static ContractExamination of(ConfigurableListableBeanFactory beanFactory, ConfigurableEnvironment environment) {
		return (beanFactory.getSingleton(BEAN_NAME) instanceof ContractExamination examination) ? examination
				: new ContractExamination(ContractStatus.EMPTY, ContractInventory.of(List.of(), environment));
	}

	boolean isBroken() {
		return !new ContractReport(this.status).errors().isEmpty();
	}

}
