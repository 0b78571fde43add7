package dev.groundwork.contract;

import java.util.HashSet;
import java.util.Set;

/**
 * What is known to read a property.
 *
 * @param prefixes the prefixes below which properties are bound, as far as they are known
 * @param names the names that placeholders refer to and that the contract lists
 */
record Readers(Set<String> prefixes, Set<String> names) {

	static Readers of(Inspection inspection, Deployment deployment) {
		Set<String> names = new HashSet<>(inspection.settings().referredTo());
		inspection.terms().properties().forEach((required) -> names.add(required.property()));
		inspection.terms().secrets().forEach((secret) -> {
			names.add(secret.property());
			names.addAll(secret.otherNames());
		});
		return new Readers(deployment.prefixesRead(), names);
	}

	/**
	 * Return whether a property is read for all that is known.
	 * @param property the canonical name of the property
	 * @return whether it is, or may be because nothing is known
	 */
	boolean mayRead(String property) {
		return this.prefixes.isEmpty() || this.names.contains(property)
				|| this.prefixes.stream().anyMatch((prefix) -> PropertyNames.isBelow(property, prefix));
	}

}
