package dev.groundwork.autoconfigure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import dev.groundwork.plan.Lint;
import dev.groundwork.plan.LintException;
import dev.groundwork.plan.LintFinding;
import dev.groundwork.plan.LintRule;
import dev.groundwork.plan.LintSeverity;
import dev.groundwork.provision.Provisioner;
import dev.groundwork.resource.DesiredState;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * What must exist on every back end, resolved and checked as a whole before anything
 * connects.
 */
final class DesiredStates {

	private static final Log logger = LogFactory.getLog(DesiredStates.class);

	private final List<Provisioner> provisioners;

	private final List<LintRule> rules;

	private final Map<String, LintSeverity> severities;

	DesiredStates(List<Provisioner> provisioners, List<LintRule> rules, Map<String, LintSeverity> severities) {
		this.provisioners = List.copyOf(provisioners);
		this.rules = List.copyOf(rules);
		this.severities = Map.copyOf(severities);
	}

	List<Provisioner> provisioners() {
		return this.provisioners;
	}

	Map<Provisioner, DesiredState> resolve() {
		Map<Provisioner, DesiredState> states = new LinkedHashMap<>();
		this.provisioners.forEach((provisioner) -> states.put(provisioner, provisioner.resolveDesiredState()));
		return states;
	}

	/**
	 * Resolve what must exist and refuse it if a rule says so.
	 * @return what must exist on each back end
	 * @throws LintException if there is an error; names every finding
	 */
	Map<Provisioner, DesiredState> resolveSound() {
		Map<Provisioner, DesiredState> states = resolve();
		List<LintFinding> findings = lint(states);
		if (findings.stream().anyMatch((finding) -> finding.severity() == LintSeverity.ERROR)) {
			throw new LintException(findings);
		}
		findings.forEach((finding) -> logger.warn("%s. %s".formatted(finding, finding.violation().remedy())));
		return states;
	}

	/**
	 * Check what must exist by the rules of its back end and by those of the application.
	 * @param states what must exist on each back end
	 * @return every finding once, errors first
	 */
	List<LintFinding> lint(Map<Provisioner, DesiredState> states) {
		Set<String> names = new TreeSet<>();
		Set<LintFinding> findings = new LinkedHashSet<>();
		Map<Lint, DesiredState> lints = new LinkedHashMap<>();
		states.forEach((provisioner, desired) -> lints.put(lint(provisioner.getLintRules()), desired));
		if (states.isEmpty()) {
			lints.put(lint(List.of()), DesiredState.of(List.of()));
		}
		lints.forEach((lint, desired) -> {
			names.addAll(lint.ruleNames());
			findings.addAll(lint.check(desired));
		});
		refuseUnknownRules(names);
		return findings.stream().sorted(Comparator.comparing(LintFinding::severity)).toList();
	}

	private Lint lint(List<LintRule> ofBackEnd) {
		List<LintRule> all = new ArrayList<>(ofBackEnd);
		all.addAll(this.rules);
		return new Lint(all, this.severities);
	}

	private void refuseUnknownRules(Set<String> known) {
		this.severities.forEach((rule, severity) -> {
			if (!known.contains(rule)) {
				throw new InvalidConfigurationPropertyValueException("groundwork.lint.rules." + rule, severity,
						"There is no such rule. The rules are " + String.join(", ", known));
			}
		});
	}

}
