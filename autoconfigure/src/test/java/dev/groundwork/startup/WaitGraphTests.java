package dev.groundwork.startup;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link WaitGraph}.
 */
class WaitGraphTests {

	@Test
	void chainHasNoCycle() {
		assertThat(graph("listeners>rabbitmq", "rabbitmq>broker").cycle()).isEmpty();
	}

	@Test
	void thingsThatWaitForEachOtherAreCycle() {
		assertThat(graph("web>cache", "cache>redis", "redis>pool", "pool>cache").cycle()).extracting(Wait::waiter)
			.containsExactly("cache", "redis", "pool");
	}

	@Test
	void twoWaysToTheSameThingAreNoCycle() {
		assertThat(graph("a>b", "a>c", "b>d", "c>d").cycle()).isEmpty();
	}

	@Test
	void cycleBehindBranchThatEndsIsFound() {
		assertThat(graph("a>b", "b>end", "b>c", "c>b").cycle()).extracting(Wait::waiter).containsExactly("b", "c");
	}

	@Test
	void thingThatWaitsForItselfIsCycle() {
		assertThat(graph("a>a").cycle()).hasSize(1);
	}

	private static WaitGraph graph(String... edges) {
		return new WaitGraph(List.of(edges).stream().map((edge) -> edge.split(">")).map(WaitGraphTests::wait).toList());
	}

	private static Wait wait(String[] ends) {
		return new Wait(ends[0], ends[1], "a test", Duration.ZERO, null, true);
	}

}
