package dev.groundwork.contract;

import java.util.List;

/**
 * What a {@link Contract} looks at.
 *
 * @param terms what is required, as far as it can be checked
 * @param settings what is set
 * @param secrets the secrets and what is set for each
 * @param nearMisses finds the names that were probably meant to be others
 * @param production whether this is production
 */
record Inspection(ContractTerms terms, Settings settings, List<Secret> secrets, NearMisses nearMisses,
		Production production) {
}
