package dev.groundwork.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.groundwork.plan.Change;
import dev.groundwork.plan.Plan;
import dev.groundwork.plan.Step;
import dev.groundwork.provision.ProvisioningResult;
import dev.groundwork.readiness.ReadinessSnapshot;
import dev.groundwork.readiness.ReadinessState;
import dev.groundwork.startup.Wait;
import dev.groundwork.startup.WaitGraph;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link StartupPage}.
 */
class StartupPageTests {

	private static final Instant JVM_START = Instant.parse("2026-01-02T03:04:00Z");

	@Test
	void everythingThatIsNotOfThePageIsEscaped() {
		String page = page(TestReport.hostile(JVM_START));
		assertThat(page).containsOnlyOnce("<script>")
			.containsOnlyOnce("<style>")
			.doesNotContain("<img")
			.contains("&lt;script&gt;window.hacked=1&lt;/script&gt;")
			.contains("&quot;&#39;`");
	}

	@Test
	void policyNamesTheStyleAndTheScriptAndNothingElse() {
		assertThat(page(TestReport.ready())).contains("default-src &#39;none&#39;; style-src &#39;sha256-")
			.doesNotContain("unsafe-inline")
			.doesNotContain(" style=\"");
	}

	@Test
	void tasksThatCannotBeDrawnAreStillListed() {
		assertThat(page(TestReport.waiting())).contains("Starting", "connection refused");
	}

	@Test
	void manyResourcesAreBoundedAndTheChangedComeFirst() {
		List<Step> steps = new ArrayList<>();
		for (int i = 0; i < 3000; i++) {
			steps.add(TestReport.step("queue", "queue-" + i, "x", (i == 2999) ? Change.CREATE : Change.NONE));
		}
		String page = page(new GroundworkReport(new ReadinessSnapshot(ReadinessState.READY, List.of(), List.of()),
				Duration.ofSeconds(2), List.of(), WaitGraph.EMPTY,
				List.of(new ProvisioningResult("rabbitmq", new Plan(steps), List.of(), 1, Duration.ZERO))));
		assertThat(page).contains("queue-2999", "2000 more are in the JSON").hasSizeLessThan(600_000);
	}

	@Property(tries = 200)
	void anyGraphCanBeDrawn(@ForAll @Size(max = 80) List<Map.Entry<Integer, Integer>> edges) {
		List<Wait> waits = edges.stream()
			.map((edge) -> new Wait("node " + edge.getKey() % 9, "node " + edge.getValue() % 9, "why", Duration.ZERO,
					null, true))
			.toList();
		Markup html = new Markup();
		new WaitDrawing(new WaitGraph(waits)).write(html);
		assertThat(html.toString()).startsWith("<svg").endsWith("</svg>").doesNotContain("\"-");
	}

	private static String page(GroundworkReport report) {
		return new StartupPage("shop", JVM_START, JVM_START.plusSeconds(30), report).toString();
	}

}
