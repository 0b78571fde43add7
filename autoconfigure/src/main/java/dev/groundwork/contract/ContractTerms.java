package dev.groundwork.contract;

import java.util.List;
import java.util.Map;

/**
 * What a {@link Contract} says.
 *
 * @param secrets what is required of each secret
 * @param properties the other properties that are required
 * @param severities the severities that differ from the rules' own, by the name of the
 * rule
 * @param environmentPrefixes what the names of the environment variables begin with that
 * are meant for this application alone, such as {@code ORDERS_}; one that nothing reads
 * is told
 * @since 0.1.0
 */
public record ContractTerms(List<SecretRequirement> secrets, List<PropertyRequirement> properties,
		Map<String, Severity> severities, List<String> environmentPrefixes) {

	public ContractTerms {
		secrets = List.copyOf(secrets);
		properties = List.copyOf(properties);
		severities = Map.copyOf(severities);
		environmentPrefixes = List.copyOf(environmentPrefixes);
	}

	/**
	 * Create the terms of a contract about secrets alone.
	 * @param secrets what is required of each secret
	 * @return the terms
	 */
	public static ContractTerms ofSecrets(List<SecretRequirement> secrets) {
		return new ContractTerms(secrets, List.of(), Map.of(), List.of());
	}

}
