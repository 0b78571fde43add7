package dev.groundwork.readiness;

import java.util.Set;

import org.junit.jupiter.api.Test;

import org.springframework.boot.health.actuate.endpoint.SimpleStatusAggregator;
import org.springframework.boot.health.contributor.Status;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DegradedStatus}.
 */
class DegradedStatusTests {

	private static final Status DEGRADED = DegradedStatus.DEGRADED;

	private final DegradedStatus aggregator = new DegradedStatus(new SimpleStatusAggregator());

	@Test
	void degradedIsWorseThanUp() {
		assertThat(aggregate(Status.UP, DEGRADED)).isEqualTo(DEGRADED);
		assertThat(aggregate(DEGRADED)).isEqualTo(DEGRADED);
		assertThat(aggregate(DEGRADED, Status.UNKNOWN)).isEqualTo(DEGRADED);
	}

	@Test
	void degradedIsBetterThanOutOfServiceAndDown() {
		assertThat(aggregate(DEGRADED, Status.OUT_OF_SERVICE, Status.UP)).isEqualTo(Status.OUT_OF_SERVICE);
		assertThat(aggregate(DEGRADED, Status.DOWN)).isEqualTo(Status.DOWN);
	}

	@Test
	void whatHasNothingDegradedIsLeftAlone() {
		assertThat(aggregate(Status.UP, Status.DOWN)).isEqualTo(Status.DOWN);
		assertThat(aggregate()).isEqualTo(Status.UNKNOWN);
	}

	@Test
	void orderOfTheApplicationWins() {
		DegradedStatus own = new DegradedStatus(new SimpleStatusAggregator(DEGRADED, Status.DOWN, Status.UP));
		assertThat(own.getAggregateStatus(Set.of(DEGRADED, Status.DOWN))).isEqualTo(DEGRADED);
	}

	private Status aggregate(Status... statuses) {
		return this.aggregator.getAggregateStatus(Set.of(statuses));
	}

}
