package dev.groundwork.report;

import org.junit.jupiter.api.Test;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link StartupPageHints}.
 */
class StartupPageHintsTests {

	@Test
	void styleScriptAndFormatsAreKept() {
		RuntimeHints hints = new RuntimeHints();
		new StartupPageHints().registerHints(hints, null);
		assertThat(RuntimeHintsPredicates.resource().forResource("dev/groundwork/report/startup-page.css"))
			.accepts(hints);
		assertThat(RuntimeHintsPredicates.resource().forResource("dev/groundwork/report/startup-page.js"))
			.accepts(hints);
		assertThat(RuntimeHintsPredicates.reflection().onType(ReportFormat.class)).accepts(hints);
	}

}
