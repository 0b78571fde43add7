package dev.groundwork.contract;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The rules of every {@link Contract} and the severities that it gives them.
 */
final class Rules {

	/**
	 * Rules that are not applied here, as they need more than an environment.
	 */
	private static final Map<String, Severity> ELSEWHERE = Map.of(Finding.INVALID_PROPERTY, Severity.ERROR);

	private static final List<List<? extends Rule>> ALL = List.of(SecretRules.VALUE, SecretRules.NAMES,
			EnvironmentRules.ALL);

	private final Map<String, Severity> severities;

	private final boolean production;

	Rules(Map<String, Severity> severities, Production production) {
		this.severities = severities;
		this.production = production.active();
	}

	/**
	 * Return the names of all rules.
	 * @return the names in alphabetical order with the severities that the rules have by
	 * themselves
	 */
	static Map<String, Severity> defaults() {
		Map<String, Severity> defaults = new TreeMap<>(ELSEWHERE);
		ALL.forEach((rules) -> rules.forEach((rule) -> defaults.put(rule.name(), rule.defaultSeverity())));
		return defaults;
	}

	/**
	 * Check one secret: of what is wrong with its value, and of what is wrong with its
	 * names, the first is the cause of the others. Nothing is wrong with one that is
	 * neither required nor set.
	 * @param secret the secret
	 * @return what is wrong with it
	 */
	List<Finding> check(Secret secret) {
		if (!secret.required() && !secret.hasValue()) {
			return List.of();
		}
		List<Finding> findings = new ArrayList<>();
		addFirst(SecretRules.VALUE, secret, findings);
		addFirst(SecretRules.NAMES, secret, findings);
		return findings;
	}

	private void addFirst(List<SecretRule> rules, Secret secret, List<Finding> findings) {
		for (SecretRule rule : rules) {
			Finding finding = isApplied(rule) ? rule.check(secret) : null;
			if (finding != null) {
				findings.add(withSeverity(finding));
				return;
			}
		}
	}

	/**
	 * Check everything that is set, wherever the application runs.
	 * @param inspection what is set
	 * @return what each rule finds
	 */
	Map<Rule, List<Finding>> check(Inspection inspection) {
		// two rules may share a name
		Map<Rule, List<Finding>> findings = new IdentityHashMap<>();
		for (Rule rule : EnvironmentRules.ALL) {
			if (rule instanceof EnvironmentRule everywhere && isApplied(rule)) {
				findings.put(rule, everywhere.check(inspection).map(this::withSeverity).toList());
			}
		}
		return findings;
	}

	/**
	 * Check the rest.
	 * @param inspection what is set
	 * @param deployment what is known about where the application runs
	 * @param known what each of the other rules finds
	 * @return everything that is wrong
	 */
	List<Finding> check(Inspection inspection, Deployment deployment, Map<Rule, List<Finding>> known) {
		List<Finding> findings = new ArrayList<>();
		for (Rule rule : EnvironmentRules.ALL) {
			if (rule instanceof DeploymentRule there && isApplied(rule)) {
				there.check(inspection, deployment).map(this::withSeverity).forEach(findings::add);
			}
			else {
				findings.addAll(known.getOrDefault(rule, List.of()));
			}
		}
		return findings;
	}

	private boolean isApplied(Rule rule) {
		return severity(rule.name(), rule.defaultSeverity()) != Severity.OFF
				&& (this.production || !rule.isForProductionOnly());
	}

	private Finding withSeverity(Finding finding) {
		return finding.withSeverity(severity(finding.rule(), finding.severity()));
	}

	private Severity severity(String rule, Severity own) {
		return this.severities.getOrDefault(rule, own);
	}

	/**
	 * Return the names that have a severity and are no rule.
	 * @param severities the severities by the names of the rules
	 * @return the names in alphabetical order
	 */
	static Set<String> unknown(Map<String, Severity> severities) {
		Set<String> unknown = new TreeSet<>(severities.keySet());
		unknown.removeAll(defaults().keySet());
		return unknown;
	}

}
