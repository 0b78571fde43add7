package dev.groundwork.test.example;

import dev.groundwork.test.BeanCycles;
import dev.groundwork.test.DeclarationLint;
import dev.groundwork.test.PackageCycles;
import org.junit.jupiter.api.Test;

/**
 * Example of rules as tests.
 */
// tag::rules[]
class OrdersRulesTests {

	@Test
	void whatIsDeclaredKeepsTheRules() {
		DeclarationLint.of(OrdersApplication.class)
			.withProperties("spring.rabbitmq.channel-rpc-timeout=10s")
			.requireClean();
	}

	@Test
	void packagesHaveNoCycles() {
		PackageCycles.of(OrdersApplication.class).requireNone();
	}

	@Test
	void beansHaveNoCycles() {
		BeanCycles.of(OrdersApplication.class).requireNone();
	}

}
// end::rules[]
