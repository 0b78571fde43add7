package dev.groundwork.sample.notifications;

import dev.groundwork.test.DeclarationLint;
import org.junit.jupiter.api.Test;

/**
 * Tests of what {@link NotificationsApplication} declares. No server is needed.
 */
class DeclarationsTests {

	@Test
	void whatIsDeclaredKeepsTheRules() {
		DeclarationLint.of(NotificationsApplication.class)
			.withProperties("spring.datasource.password=only-for-this-test")
			.requireClean();
	}

}
