package dev.groundwork.report;

import java.time.Duration;
import java.util.List;

import dev.groundwork.startup.Wait;
import dev.groundwork.startup.WaitGraph;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link WaitGraphMermaid}.
 */
class WaitGraphMermaidTests {

	@Test
	void chartNamesWhoWaitsForWhomAndWhy() {
		assertThat(chart(wait("listeners", "rabbitmq", true), wait("rabbitmq", "broker", false))).isEqualTo("""
				flowchart LR
				  n0["listeners"]
				  n1["rabbitmq"]
				  n2["broker"]
				  n0 -->|"because, 9 s"| n1
				  n1 -.->|"because, 9 s"| n2
				""");
	}

	@Test
	void circleIsDrawnInRed() {
		assertThat(chart(wait("other", "one", true), wait("one", "two", true), wait("two", "one", true)))
			.contains("  class n1,n2 circle\n", "  linkStyle 1,2 stroke:#b3261e");
	}

	@Property
	void labelCannotEndItself(@ForAll String name) {
		List<String> lines = chart(wait(name, "target", true)).lines().toList();
		assertThat(lines).hasSizeBetween(3, 6);
		assertThat(lines.get(1)).matches("  n0\\[\"[^\"<>`&\\[\\]{}|]*\"]");
	}

	private static Wait wait(String waiter, String target, boolean certain) {
		return new Wait(waiter, target, "because", Duration.ofSeconds(9), null, certain);
	}

	private static String chart(Wait... waits) {
		return new WaitGraphMermaid(new WaitGraph(List.of(waits))).toString();
	}

}
