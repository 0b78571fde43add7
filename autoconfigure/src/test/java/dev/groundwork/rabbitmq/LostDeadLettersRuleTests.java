package dev.groundwork.rabbitmq;

import java.util.Map;

import dev.groundwork.plan.LintRule;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LostDeadLettersRule}.
 */
class LostDeadLettersRuleTests {

	private final LintRule rule = new LostDeadLettersRule();

	@Test
	void keyThatNoBindingTakesIsFound() {
		assertThat(Declarations.check(this.rule, Declarations.exchange("dlx", "direct"),
				Declarations.queue("q", Map.of("x-dead-letter-exchange", "dlx", "x-dead-letter-routing-key", "dead")),
				Declarations.queue("dead"), Declarations.binding("dlx", "dead", "other")))
			.containsExactly(
					"queue 'q' sends dead letters with routing key 'dead' to exchange 'dlx', and no binding leads them to a queue: RabbitMQ drops them silently");
	}

	@Test
	void keyThatABindingTakesIsFine() {
		assertThat(Declarations.check(this.rule, Declarations.exchange("dlx", "direct"),
				Declarations.queue("q", Map.of("x-dead-letter-exchange", "dlx", "x-dead-letter-routing-key", "dead")),
				Declarations.queue("dead"), Declarations.binding("dlx", "dead", "dead")))
			.isEmpty();
	}

	@Test
	void withoutAKeyOfItsOwnAMessageKeepsTheOneOfTheQueuesBinding() {
		assertThat(Declarations.check(this.rule, Declarations.exchange("x", "topic"),
				Declarations.exchange("dlx", "topic"), Declarations.queue("q", Map.of("x-dead-letter-exchange", "dlx")),
				Declarations.binding("x", "q", "order.#"), Declarations.queue("dead"),
				Declarations.binding("dlx", "dead", "invoice.*")))
			.singleElement()
			.asString()
			.contains("routing key 'order.#'");
	}

	@Test
	void bindingThatTakesSomeOfTheKeysIsFine() {
		assertThat(Declarations.check(this.rule, Declarations.exchange("x", "topic"),
				Declarations.exchange("dlx", "topic"), Declarations.queue("q", Map.of("x-dead-letter-exchange", "dlx")),
				Declarations.binding("x", "q", "order.#"), Declarations.queue("dead"),
				Declarations.binding("dlx", "dead", "*.created")))
			.isEmpty();
	}

	@Test
	void queueWithoutBindingsGetsItsNameAsKey() {
		assertThat(Declarations.check(this.rule, Declarations.exchange("dlx", "direct"),
				Declarations.queue("q", Map.of("x-dead-letter-exchange", "dlx")), Declarations.queue("dead"),
				Declarations.binding("dlx", "dead", "q")))
			.isEmpty();
	}

	@Test
	void defaultExchangeLeadsToTheQueueOfThatName() {
		assertThat(Declarations.check(this.rule,
				Declarations.queue("q", Map.of("x-dead-letter-exchange", "", "x-dead-letter-routing-key", "dead")),
				Declarations.queue("dead")))
			.isEmpty();
	}

	@Test
	void defaultExchangeLeadsNowhereElse() {
		assertThat(Declarations.check(this.rule,
				Declarations.queue("q", Map.of("x-dead-letter-exchange", "", "x-dead-letter-routing-key", "daed")),
				Declarations.queue("dead")))
			.containsExactly(
					"queue 'q' sends dead letters to the default exchange with routing key 'daed', and no queue of that name is declared: RabbitMQ drops them silently");
	}

	@Test
	void theWayMayLeadOverOtherExchanges() {
		assertThat(Declarations.check(this.rule, Declarations.exchange("dlx", "fanout"),
				Declarations.exchange("second", "direct"),
				Declarations.queue("q", Map.of("x-dead-letter-exchange", "dlx")),
				Declarations.exchangeBinding("dlx", "second", ""), Declarations.queue("dead"),
				Declarations.binding("second", "dead", "q")))
			.isEmpty();
	}

	@Test
	void circlesOfExchangesEnd() {
		assertThat(Declarations.check(this.rule, Declarations.exchange("dlx", "fanout"),
				Declarations.exchange("second", "fanout"),
				Declarations.queue("q", Map.of("x-dead-letter-exchange", "dlx")),
				Declarations.exchangeBinding("dlx", "second", ""), Declarations.exchangeBinding("second", "dlx", "")))
			.hasSize(1);
	}

	@Test
	void exchangeOfAnotherServiceIsTrusted() {
		assertThat(Declarations.check(this.rule, Declarations.external(Declarations.exchange("dlx", "direct")),
				Declarations.queue("q", Map.of("x-dead-letter-exchange", "dlx"))))
			.isEmpty();
	}

	@Test
	void anyHeaderMayMatch() {
		assertThat(Declarations.check(this.rule, Declarations.exchange("dlx", "headers"),
				Declarations.queue("q", Map.of("x-dead-letter-exchange", "dlx")), Declarations.queue("dead"),
				Declarations.binding("dlx", "dead", "", Map.of("x-match", "any", "kind", "a"))))
			.isEmpty();
	}

	@Test
	void whatTheDeadLetterExchangeCannotRouteGoesToItsAlternate() {
		assertThat(Declarations.check(this.rule,
				Declarations.exchange("dlx", "direct", Map.of("alternate-exchange", "rest")),
				Declarations.exchange("rest", "fanout"),
				Declarations.queue("q", Map.of("x-dead-letter-exchange", "dlx")), Declarations.queue("dead"),
				Declarations.binding("rest", "dead", "")))
			.isEmpty();
	}

}
