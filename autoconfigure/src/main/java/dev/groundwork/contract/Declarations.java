package dev.groundwork.contract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.origin.Origin;

/**
 * The requirements of a contract, sorted into those that can be checked and findings
 * about those that cannot.
 */
final class Declarations {

	private final Map<ConfigurationPropertyName, String> entries = new HashMap<>();

	private final ContractTerms terms;

	private final List<SecretRequirement> secrets = new ArrayList<>();

	private final List<PropertyRequirement> properties = new ArrayList<>();

	private final List<Finding> findings = new ArrayList<>();

	Declarations(ContractTerms terms) {
		this.terms = terms;
		for (int i = 0; i < terms.secrets().size(); i++) {
			add("groundwork.contract.secrets[" + i + "]", terms.secrets().get(i));
		}
		for (int i = 0; i < terms.properties().size(); i++) {
			add("groundwork.contract.required[" + i + "]", terms.properties().get(i));
		}
		Rules.unknown(terms.severities()).forEach(this::refuseRule);
	}

	List<SecretRequirement> secrets() {
		return this.secrets;
	}

	/**
	 * Return what can be checked.
	 * @return the terms without the requirements that make no sense
	 */
	ContractTerms terms() {
		return new ContractTerms(this.secrets, this.properties, this.terms.severities(),
				this.terms.environmentPrefixes());
	}

	List<Finding> findings() {
		return this.findings;
	}

	private void add(String entry, SecretRequirement requirement) {
		int before = this.findings.size();
		checkProperty(entry + ".property", requirement.property(), requirement.declaredAt());
		if (requirement.minBytes() < 0) {
			refuse(entry + ".min-bytes", requirement.declaredAt(), requirement.minBytes() + " is negative",
					"Write a number of bytes, or leave it out if any length will do.");
		}
		if (requirement.otherNames().stream().anyMatch(String::isBlank)) {
			refuse(entry, requirement.declaredAt(), "has a blank name in 'environment' or 'aliases'",
					"Remove it, or write the name.");
		}
		if (this.findings.size() == before) {
			this.secrets.add(requirement);
		}
	}

	private void add(String entry, PropertyRequirement requirement) {
		int before = this.findings.size();
		checkProperty(entry, requirement.property(), requirement.declaredAt());
		if (this.findings.size() == before) {
			this.properties.add(requirement);
		}
	}

	private void checkProperty(String key, String property, @Nullable Origin declaredAt) {
		if (property.isBlank()) {
			refuse(key, declaredAt, "is missing: the entry names no property",
					"Name the property that the application reads:\n    property: app.jwt.secret");
			return;
		}
		ConfigurationPropertyName name = ConfigurationPropertyName.ofIfValid(property);
		if (name == null) {
			refuse(key, declaredAt, "'" + property + "' is not a canonical property name",
					"Write it in lower case, with '-' between words, as in 'app.jwt.signing-key'.");
			return;
		}
		String first = this.entries.putIfAbsent(name, key);
		if (first != null) {
			refuse(key, declaredAt, "'" + property + "' is listed twice, first in '" + first + "'",
					"Remove one of the two entries.");
		}
	}

	private void refuseRule(String rule) {
		refuse("groundwork.contract.rules." + rule, null, "there is no rule '" + rule + "'",
				"Remove it, or correct its spelling. The rules are " + String.join(", ", Rules.defaults().keySet())
						+ ".");
	}

	private void refuse(String property, @Nullable Origin declaredAt, String reason, String remedy) {
		this.findings.add(Finding.invalidContract(property, declaredAt, reason, remedy));
	}

}
