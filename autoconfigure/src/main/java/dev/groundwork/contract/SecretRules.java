package dev.groundwork.contract;

import java.util.List;

/**
 * The rules about one secret at a time.
 */
final class SecretRules {

	/**
	 * What can be wrong with the value; the first that applies is the cause of the
	 * others.
	 */
	static final List<SecretRule> VALUE = List.of(new NearMissRule(), new UnreadNameRule(), new MissingRule(),
			new UnresolvedPlaceholderRule(), new GeneratedRule(), new PlaceholderDefaultRule(), new BlankRule(),
			new SampleRule(), new PlaceholderWordRule(), new PathRule(), new QuotedRule(), new PaddedRule(),
			new UndecodableRule(), new ExpiredCertificateRule(), new TooShortRule(), new WeakRule());

	/**
	 * What can be wrong with the names; the first that applies is the cause of the
	 * others.
	 */
	static final List<SecretRule> NAMES = List.of(new ConflictingNamesRule(), new DuplicateNamesRule(),
			new AliasRule());

	private SecretRules() {
	}

}
