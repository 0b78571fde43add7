package dev.groundwork.contract;

import java.util.ArrayList;
import java.util.List;

/**
 * A check of an environment against a {@link Contract} that is done but for what depends
 * on the application itself. Keeps the values of the environment as they were when it was
 * prepared; may be used by one thread after another.
 *
 * @since 0.1.0
 */
public final class PreparedCheck {

	private final Declarations declarations;

	private final Settings settings;

	private final List<Secret> secrets;

	private final NearMisses nearMisses;

	private final Production production;

	private final List<SettingStatus> statuses;

	PreparedCheck(Declarations declarations, Settings settings, List<Secret> secrets, NearMisses nearMisses,
			Production production) {
		this.declarations = declarations;
		this.settings = settings;
		this.secrets = secrets;
		this.nearMisses = nearMisses;
		this.production = production;
		Rules rules = rules(production);
		this.statuses = secrets.stream().map((secret) -> SettingStatus.of(secret, rules.check(secret))).toList();
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
		if (deployment.production().active() != this.production.active()) {
			throw new IllegalArgumentException("Prepared for another deployment");
		}
		List<Finding> others = new ArrayList<>(this.declarations.findings());
		others.addAll(rules(deployment.production()).check(
				new Inspection(this.declarations.terms(), this.settings, this.secrets, this.nearMisses, deployment)));
		return new ContractReport(new ContractStatus(deployment.production(), this.statuses, others));
	}

	private Rules rules(Production production) {
		return new Rules(this.declarations.terms().severities(), production);
	}

}
