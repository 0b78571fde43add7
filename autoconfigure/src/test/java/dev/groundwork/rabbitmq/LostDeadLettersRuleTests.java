package dev.groundwork.rabbitmq;

import java.util.Map;

import dev.groundwork.plan.LintRule;
import org.junit.jupiter.api.Test;

import static dev.groundwork.rabbitmq.Declarations.binding;
import static dev.groundwork.rabbitmq.Declarations.check;
import static dev.groundwork.rabbitmq.Declarations.exchange;
import static dev.groundwork.rabbitmq.Declarations.exchangeBinding;
import static dev.groundwork.rabbitmq.Declarations.external;
import static dev.groundwork.rabbitmq.Declarations.queue;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LostDeadLettersRule}.
 */
class LostDeadLettersRuleTests {

	private final LintRule rule = new LostDeadLettersRule();

	@Test
	void keyThatNoBindingTakesIsFound() {
		assertThat(check(this.rule, exchange("dlx", "direct"),
				queue("q", Map.of("x-dead-letter-exchange", "dlx", "x-dead-letter-routing-key", "dead")), queue("dead"),
				binding("dlx", "dead", "other")))
			.containsExactly(
					"queue 'q' sends dead letters with routing key 'dead' to exchange 'dlx', and no binding leads them to a queue: RabbitMQ drops them silently");
	}

	@Test
	void keyThatABindingTakesIsFine() {
		assertThat(check(this.rule, exchange("dlx", "direct"),
				queue("q", Map.of("x-dead-letter-exchange", "dlx", "x-dead-letter-routing-key", "dead")), queue("dead"),
				binding("dlx", "dead", "dead")))
			.isEmpty();
	}

	@Test
	void withoutAKeyOfItsOwnAMessageKeepsTheOneOfTheQueuesBinding() {
		assertThat(check(this.rule, exchange("x", "topic"), exchange("dlx", "topic"),
				queue("q", Map.of("x-dead-letter-exchange", "dlx")), binding("x", "q", "order.#"), queue("dead"),
				binding("dlx", "dead", "invoice.*")))
			.singleElement()
			.asString()
			.contains("routing key 'order.#'");
	}

	@Test
	void bindingThatTakesSomeOfTheKeysIsFine() {
		assertThat(check(this.rule, exchange("x", "topic"), exchange("dlx", "topic"),
				queue("q", Map.of("x-dead-letter-exchange", "dlx")), binding("x", "q", "order.#"), queue("dead"),
				binding("dlx", "dead", "*.created")))
			.isEmpty();
	}

	@Test
	void queueWithoutBindingsGetsItsNameAsKey() {
		assertThat(check(this.rule, exchange("dlx", "direct"), queue("q", Map.of("x-dead-letter-exchange", "dlx")),
				queue("dead"), binding("dlx", "dead", "q")))
			.isEmpty();
	}

	@Test
	void defaultExchangeLeadsToTheQueueOfThatName() {
		assertThat(check(this.rule,
				queue("q", Map.of("x-dead-letter-exchange", "", "x-dead-letter-routing-key", "dead")), queue("dead")))
			.isEmpty();
	}

	@Test
	void defaultExchangeLeadsNowhereElse() {
		assertThat(check(this.rule,
				queue("q", Map.of("x-dead-letter-exchange", "", "x-dead-letter-routing-key", "daed")), queue("dead")))
			.containsExactly(
					"queue 'q' sends dead letters to the default exchange with routing key 'daed', and no queue of that name is declared: RabbitMQ drops them silently");
	}

	@Test
	void theWayMayLeadOverOtherExchanges() {
		assertThat(check(this.rule, exchange("dlx", "fanout"), exchange("second", "direct"),
				queue("q", Map.of("x-dead-letter-exchange", "dlx")), exchangeBinding("dlx", "second", ""),
				queue("dead"), binding("second", "dead", "q")))
			.isEmpty();
	}

	@Test
	void circlesOfExchangesEnd() {
		assertThat(check(this.rule, exchange("dlx", "fanout"), exchange("second", "fanout"),
				queue("q", Map.of("x-dead-letter-exchange", "dlx")), exchangeBinding("dlx", "second", ""),
				exchangeBinding("second", "dlx", "")))
			.hasSize(1);
	}

	@Test
	void exchangeOfAnotherServiceIsTrusted() {
		assertThat(check(this.rule, external(exchange("dlx", "direct")),
				queue("q", Map.of("x-dead-letter-exchange", "dlx"))))
			.isEmpty();
	}

	@Test
	void anyHeaderMayMatch() {
		assertThat(check(this.rule, exchange("dlx", "headers"), queue("q", Map.of("x-dead-letter-exchange", "dlx")),
				queue("dead"), binding("dlx", "dead", "", Map.of("x-match", "any", "kind", "a"))))
			.isEmpty();
	}

	@Test
	void whatTheDeadLetterExchangeCannotRouteGoesToItsAlternate() {
		assertThat(check(this.rule, exchange("dlx", "direct", Map.of("alternate-exchange", "rest")),
				exchange("rest", "fanout"), queue("q", Map.of("x-dead-letter-exchange", "dlx")), queue("dead"),
				binding("rest", "dead", "")))
			.isEmpty();
	}

}
