package dev.groundwork.sample.documents;

import dev.groundwork.test.DeclarationLint;
import org.junit.jupiter.api.Test;

/**
 * Tests of what {@link DocumentsApplication} declares. No server is needed.
 */
class DeclarationsTests {

	@Test
	void whatIsDeclaredKeepsTheRules() {
		DeclarationLint.of(DocumentsApplication.class)
			.withProperties("app.jwt.secret=only-for-this-test-0123456789abcdef",
					"spring.datasource.password=only-for-this-test-9876543210")
			.requireClean();
	}

}
