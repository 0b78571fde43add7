package dev.groundwork.autoconfigure;

import java.util.List;

import dev.groundwork.plan.LintException;
import dev.groundwork.plan.LintFinding;
import dev.groundwork.plan.LintSeverity;
import dev.groundwork.plan.LintViolation;
import org.junit.jupiter.api.Test;

import org.springframework.boot.diagnostics.FailureAnalysis;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LintFailureAnalyzer}.
 */
class LintFailureAnalyzerTests {

	@Test
	void everyFindingIsNumberedAndNamesItsRule() {
		LintException failure = new LintException(List.of(
				new LintFinding("reserved-name", LintSeverity.ERROR,
						new LintViolation("queue 'amq.orders'", "bean 'orders'", "has a name of the broker's own",
								"Give it another name.")),
				new LintFinding("reserved-name", LintSeverity.ERROR,
						new LintViolation("exchange 'amq.events'",
								"groundwork.rabbitmq.exchanges[0] at classpath:application.yml:7:15",
								"has a name of the broker's own", "Give it another name.")),
				new LintFinding("dead-end", LintSeverity.WARNING, new LintViolation("queue 'orders'", "bean 'orders'",
						"loses what is rejected", "Bind a queue."))));
		FailureAnalysis analysis = new LintFailureAnalyzer().analyze(failure);
		assertThat(analysis).isNotNull();
		assertThat(analysis.getDescription()).isEqualToNormalizingNewlines(
				"""
						What is declared breaks the rules:

						  1. queue 'amq.orders' (declared by bean 'orders')
						      has a name of the broker's own  [reserved-name]

						  2. exchange 'amq.events' (declared by groundwork.rabbitmq.exchanges[0] at classpath:application.yml:7:15)
						      has a name of the broker's own  [reserved-name]

						  3. queue 'orders' (declared by bean 'orders')
						      loses what is rejected  [dead-end, warning]

						Nothing has connected to a server. Another severity for a rule: groundwork.lint.rules.<rule>: warning""");
		assertThat(analysis.getAction()).isEqualToNormalizingNewlines("""
				1. 2. Give it another name.
				3. Bind a queue.""");
	}

}
