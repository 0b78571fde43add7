package dev.groundwork.contract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

/**
 * The requirements of a contract, sorted into those that can be checked and findings
 * about those that cannot.
 */
final class Declarations {

	private final Map<ConfigurationPropertyName, String> entries = new HashMap<>();

	private final List<SecretRequirement> valid = new ArrayList<>();

	private final List<Finding> findings = new ArrayList<>();

	Declarations(List<SecretRequirement> requirements) {
		for (int i = 0; i < requirements.size(); i++) {
			add("groundwork.contract.secrets[" + i + "]", requirements.get(i));
		}
	}

	List<SecretRequirement> valid() {
		return this.valid;
	}

	List<Finding> findings() {
		return this.findings;
	}

	private void add(String entry, SecretRequirement requirement) {
		int before = this.findings.size();
		checkProperty(entry, requirement);
		if (requirement.minBytes() < 0) {
			refuse(entry + ".min-bytes", requirement, requirement.minBytes() + " is negative",
					"Write a number of bytes, or leave it out if any length will do.");
		}
		if (requirement.otherNames().stream().anyMatch(String::isBlank)) {
			refuse(entry, requirement, "has a blank name in 'environment' or 'aliases'",
					"Remove it, or write the name.");
		}
		if (this.findings.size() == before) {
			this.valid.add(requirement);
		}
	}

	private void checkProperty(String entry, SecretRequirement requirement) {
		String key = entry + ".property";
		String property = requirement.property();
		if (property.isBlank()) {
			refuse(key, requirement, "is missing: the entry names no property",
					"Name the property that the application reads:\n    property: app.jwt.secret");
			return;
		}
		ConfigurationPropertyName name = ConfigurationPropertyName.ofIfValid(property);
		if (name == null) {
			refuse(key, requirement, "'" + property + "' is not a canonical property name",
					"Write it in lower case, with '-' between words, as in 'app.jwt.signing-key'.");
			return;
		}
		String first = this.entries.putIfAbsent(name, key);
		if (first != null) {
			refuse(key, requirement, "'" + property + "' is listed twice, first in '" + first + "'",
					"Remove one of the two entries.");
		}
	}

	private void refuse(String property, SecretRequirement requirement, String reason, String remedy) {
		this.findings.add(Finding.invalidContract(property, requirement.declaredAt(), reason, remedy));
	}

}
