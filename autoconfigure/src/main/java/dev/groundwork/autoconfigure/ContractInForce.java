package dev.groundwork.autoconfigure;

import java.util.List;
import java.util.Set;

import dev.groundwork.contract.Contract;
import dev.groundwork.contract.Deployment;
import dev.groundwork.contract.Production;

/**
 * What the application was checked against when it started.
 *
 * @param contracts the contracts
 * @param deployment what is known about where it runs
 */
record ContractInForce(List<Contract> contracts, Deployment deployment) {

	ContractInForce {
		contracts = List.copyOf(contracts);
	}

	static ContractInForce none() {
		return new ContractInForce(List.of(),
				new Deployment(new Production(true, "nothing was checked"), false, List.of(), null, null, Set.of()));
	}

}
