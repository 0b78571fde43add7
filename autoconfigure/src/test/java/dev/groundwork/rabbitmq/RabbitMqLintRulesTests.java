package dev.groundwork.rabbitmq;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.groundwork.plan.Lint;
import dev.groundwork.plan.LintRule;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RabbitMqLintRules}.
 */
class RabbitMqLintRulesTests {

	@Test
	void namesAreUnique() {
		assertThat(rules()).extracting(LintRule::getName).doesNotHaveDuplicates();
	}

	@Test
	void everyRuleIsDocumentedWithItsSeverity() throws IOException {
		String documentation = Files.readString(Path.of("../docs/lint.md"));
		assertThat(rules()).allSatisfy((rule) -> assertThat(documentation).contains(
				"| `%s` | %s |".formatted(rule.getName(), rule.getDefaultSeverity().name().toLowerCase(Locale.ROOT))));
	}

	@Test
	void soundTopologyIsClean() {
		assertThat(new Lint(rules(), Map.of()).check(Declarations.desired(Declarations.exchange("events", "topic"),
				Declarations.exchange("events.dead", "direct"),
				Declarations.queue("orders",
						Map.of("x-queue-type", "quorum", "x-dead-letter-exchange", "events.dead",
								"x-dead-letter-routing-key", "orders", "x-delivery-limit", 5)),
				Declarations.queue("orders.wait",
						Map.of("x-queue-type", "quorum", "x-message-ttl", 10_000, "x-dead-letter-exchange", "",
								"x-dead-letter-routing-key", "orders")),
				Declarations.binding("events", "orders", "order.#"),
				Declarations.binding("events.dead", "orders.wait", "orders"))))
			.isEmpty();
	}

	private static List<LintRule> rules() {
		List<LintRule> rules = new ArrayList<>(RabbitMqLintRules.all());
		rules.add(new ListenerQueueRule(ListenerQueues.none()));
		return rules;
	}

}
