package dev.groundwork.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import dev.groundwork.readiness.DependencyPolicy;
import dev.groundwork.readiness.DependencyStatus;
import dev.groundwork.readiness.ReadinessState;
import dev.groundwork.startup.WaitGraph;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ReadySummary}.
 */
class ReadySummaryTests {

	@Test
	void summaryShowsWhatHappened() {
		assertThat(text(TestReport.ready())).isEqualTo(
				"""
						READY in 3.456 s: 2 created, 1 updated, 1 unchanged, 3 of 3 gates open
						  rabbitmq                       1.200 s  2 to create, 0 to update, 0 unchanged, verified in 120 ms
						  elasticsearch                  0.345 s  0 to create, 1 to update, 1 unchanged, verified in 120 ms
						  websocket-presence             0.007 s
						  + exchange 'cloudmatrix.events'                        bean 'events'
						  + queue 'search.documents'                             application.yml:12:9
						  ~ index 'documents'                                    classpath:groundwork/indices/documents.json""");
	}

	@Test
	void summaryOfApplicationThatNeedsNothingIsOneLine() {
		assertThat(text(new GroundworkReport(TestReport.readiness(), Duration.ofMillis(900), List.of(), WaitGraph.EMPTY,
				List.of())))
			.isEqualTo("READY in 0.900 s: 0 created, 0 updated, 0 unchanged, 0 of 0 gates open");
	}

	@Test
	void resourceCreatedInEarlierAttemptIsCountedOnce() {
		assertThat(text(TestReport.readyAtSecondAttempt())).isEqualTo("""
				READY in 2.000 s: 2 created, 0 updated, 0 unchanged, 1 of 1 gates open
				  rabbitmq                       1.500 s  2 to create, 0 to update, 0 unchanged, verified in 120 ms
				  + queue 'first'                                        bean 'first'
				  + queue 'second'                                       bean 'second'""");
	}

	@Test
	void degradedStartNamesTheDependency() {
		GroundworkReport report = TestReport.running(Instant.EPOCH, ReadinessState.DEGRADED,
				TestReport.dependency("rabbitmq", DependencyStatus.UP, null),
				TestReport.lostSearch(DependencyPolicy.STARTUP));
		assertThat(text(report).lines())
			.startsWith("READY, degraded, in 3.456 s: 2 created, 1 updated, 2 unchanged, 4 of 4 gates open, "
					+ "elasticsearch down")
			.contains("  ! dependency 'elasticsearch' is down: Elasticsearch at https://search:9200: "
					+ "does not answer in time. See whether its node runs: curl https://search:9200");
	}

	@Test
	void dependencyThatHoldsBackIsNotCalledReady() {
		assertThat(text(TestReport.running(Instant.EPOCH, ReadinessState.UNREADY,
				TestReport.lostSearch(DependencyPolicy.STRICT))))
			.startsWith("NOT READY, every task done in 3.456 s");
	}

	private static String text(GroundworkReport report) {
		return new ReadySummary(report).toString().replace(System.lineSeparator(), "\n");
	}

}
