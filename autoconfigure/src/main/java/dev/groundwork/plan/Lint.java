package dev.groundwork.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import dev.groundwork.resource.DesiredState;

/**
 * Checks what is declared by {@link LintRule rules}. Pure.
 *
 * @since 0.1.0
 */
public final class Lint {

	private final List<LintRule> rules;

	private final Map<String, LintSeverity> severities;

	/**
	 * Create a new {@link Lint} instance.
	 * @param rules the rules, beside those that hold for every back end
	 * @param severities the severities that differ from the rules' own, by the name of
	 * the rule
	 */
	public Lint(Collection<? extends LintRule> rules, Map<String, LintSeverity> severities) {
		List<LintRule> all = new ArrayList<>(List.of(new ConflictingDeclarationsRule()));
		all.addAll(rules);
		this.rules = List.copyOf(all);
		this.severities = Map.copyOf(severities);
	}

	/**
	 * Return the names of the rules.
	 * @return the names in alphabetical order
	 */
	public Set<String> ruleNames() {
		Set<String> names = new TreeSet<>();
		this.rules.forEach((rule) -> names.add(rule.getName()));
		return names;
	}

	/**
	 * Check what is declared for one back end.
	 * @param desired what must exist
	 * @return every violation of a rule that is not switched off, errors first
	 */
	public List<LintFinding> check(DesiredState desired) {
		return this.rules.stream()
			.flatMap((rule) -> check(rule, desired))
			.sorted((first, second) -> first.severity().compareTo(second.severity()))
			.toList();
	}

	private Stream<LintFinding> check(LintRule rule, DesiredState desired) {
		LintSeverity severity = this.severities.getOrDefault(rule.getName(), rule.getDefaultSeverity());
		if (severity == LintSeverity.OFF) {
			return Stream.empty();
		}
		return rule.check(desired).stream().map((violation) -> new LintFinding(rule.getName(), severity, violation));
	}

}
