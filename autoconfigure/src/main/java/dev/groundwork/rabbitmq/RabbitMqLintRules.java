package dev.groundwork.rabbitmq;

import java.util.List;

import dev.groundwork.plan.LintRule;

/**
 * The rules about what is declared on RabbitMQ.
 */
final class RabbitMqLintRules {

	private RabbitMqLintRules() {
	}

	static List<LintRule> all() {
		return List.of(new UndeclaredExchangeRule(), new UndeclaredQueueRule(), new UndeclaredDeadLetterExchangeRule(),
				new UndeclaredAlternateExchangeRule(), new LostDeadLettersRule(), new LostAlternatesRule(),
				DeadLetterCycleRule.expiring(), DeadLetterCycleRule.immediate(), new DeadLetterKeyRule(),
				new QueueExpiryRule(), new QueueTypeRule(KnownArguments.CLASSIC),
				new QueueTypeRule(KnownArguments.QUORUM), new QueueTypeRule(KnownArguments.STREAM),
				new AtLeastOnceRule(), new IgnoredOverflowRule(), new TransientQueueRule(), new ReservedNameRule(),
				new LongNameRule(), new ArgumentTypeRule(), new ArgumentValueRule(), new HeadersBindingRule(),
				new FanoutKeyRule(), new DelayedExchangeRule());
	}

}
