package dev.groundwork.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A check of an environment against a {@link Contract} that is done but for what depends
 * on the application itself. Keeps the values of the environment as they were when it was
 * prepared; may be used by one thread after another.
 *
 * @since 0.1.0
 */
public final class PreparedCheck {

	private final Declarations declarations;

	private final Rules rules;

	private final Inspection inspection;

	private final List<SettingStatus> statuses;

	private final Map<Rule, List<Finding>> known;

	PreparedCheck(Declarations declarations, Settings settings, List<Secret> secrets, NearMisses nearMisses,
			Production production) {
		this.declarations = declarations;
		this.inspection = new Inspection(declarations.terms(), settings, secrets, nearMisses, production);
		this.rules = new Rules(declarations.terms().severities(), production);
		this.statuses = secrets.stream().map((secret) -> SettingStatus.of(secret, this.rules.check(secret))).toList();
		this.known = this.rules.check(this.inspection);
	}

	/**
	 * Return whether there are errors, wherever the application runs.
	 * @return whether what was found so far forbids the start
	 */
	public boolean hasErrors() {
		for (SettingStatus status : this.statuses) {
			if (!status.satisfied()) {
				return true;
			}
		}
		for (List<Finding> findings : this.known.values()) {
			for (Finding finding : findings) {
				if (finding.severity() == Severity.ERROR) {
					return true;
				}
			}
		}
		return false;
	}

	/**
	 * Do the rest of the check.
	 * @param deployment what is known about where the application runs, which says the
	 * same about production as when the check was prepared
	 * @return everything that is wrong, one finding for each cause, and what is known
	 * about each requirement
	 * @throws IllegalArgumentException if it says something else
	 */
	public ContractReport check(Deployment deployment) {
		if (deployment.production().active() != this.inspection.production().active()) {
			throw new IllegalArgumentException("Prepared for another deployment");
		}
		List<Finding> others = new ArrayList<>(this.declarations.findings());
		others.addAll(this.rules.check(this.inspection, deployment, this.known));
		return new ContractReport(new ContractStatus(deployment.production(), this.statuses, others));
	}

}
