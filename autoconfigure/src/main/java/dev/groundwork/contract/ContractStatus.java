package dev.groundwork.contract;

import java.util.List;

/**
 * What a {@link Contract} requires and whether an environment has it, without a value.
 *
 * @param settings one entry for each requirement, in the order of the contract
 * @since 0.1.0
 */
public record ContractStatus(List<SettingStatus> settings) {

	/**
	 * The status of an application without a contract.
	 */
	public static final ContractStatus EMPTY = new ContractStatus(List.of());

	public ContractStatus {
		settings = List.copyOf(settings);
	}

}
