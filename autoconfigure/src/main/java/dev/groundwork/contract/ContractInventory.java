package dev.groundwork.contract;

import java.util.List;

import org.springframework.core.env.ConfigurableEnvironment;

/**
 * What an application reads: the properties that its contracts list, and every
 * environment variable that these or a placeholder in one of its own configuration files
 * refer to. Its own files are those on the class path.
 *
 * @param settings the properties that the contracts list, in their order, and where they
 * are read from as things stand
 * @param variables the environment variables, in alphabetical order; the same wherever
 * the application runs
 * @since 0.1.0
 */
public record ContractInventory(List<RequiredSetting> settings, List<EnvironmentVariable> variables) {

	public ContractInventory {
		settings = List.copyOf(settings);
		variables = List.copyOf(variables);
	}

	/**
	 * Take the inventory of an application. Does no I/O of its own and does not change
	 * the environment.
	 * @param terms the terms of its contracts; entries that make no sense are left out
	 * @param environment the environment
	 * @return the inventory
	 */
	public static ContractInventory of(List<ContractTerms> terms, ConfigurableEnvironment environment) {
		InventoryTaking taking = new InventoryTaking(new Settings(environment));
		terms.forEach(taking::addTerms);
		taking.addPlaceholders();
		return taking.inventory();
	}

}
