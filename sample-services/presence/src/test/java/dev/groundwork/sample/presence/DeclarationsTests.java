package dev.groundwork.sample.presence;

import dev.groundwork.test.DeclarationLint;
import org.junit.jupiter.api.Test;

/**
 * Tests of what {@link PresenceApplication} declares. No server is needed.
 */
class DeclarationsTests {

	@Test
	void whatIsDeclaredKeepsTheRules() {
		DeclarationLint.of(PresenceApplication.class)
			.withProperties("app.jwt.secret=only-for-this-test-0123456789abcdef")
			.requireClean();
	}

}
