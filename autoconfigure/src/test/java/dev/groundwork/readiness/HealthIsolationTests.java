package dev.groundwork.readiness;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.PingHealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.health.registry.DefaultHealthContributorRegistry;
import org.springframework.boot.health.registry.HealthContributorRegistry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link HealthIsolation}.
 */
@Timeout(30)
class HealthIsolationTests {

	private final CheckThreads threads = new CheckThreads();

	private final AtomicInteger asked = new AtomicInteger();

	private volatile Status status = Status.UP;

	private final HealthIndicator counted = () -> Health.status(this.status)
		.withDetail("number", this.asked.incrementAndGet())
		.build();

	private final DefaultHealthContributorRegistry registry = new DefaultHealthContributorRegistry();

	private final HealthIsolation isolation = new HealthIsolation((path) -> !path.startsWith("other"),
			(path) -> new CheckSchedule(Duration.ofMillis(50), Duration.ofMillis(200), 1, 1), this.threads);

	private final HealthContributorRegistry view = this.isolation.isolate(this.registry);

	@AfterEach
	void close() {
		this.isolation.stop();
		this.threads.close();
	}

	@Test
	void nothingIsAskedBeforeTheContextStarts() {
		this.view.registerContributor("counted", this.counted);
		Health health = health(this.view.getContributor("counted"));
		assertThat(health.getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
		assertThat(health.getDetails()).containsEntry("reason", "not checked yet");
		assertThat(this.asked).hasValue(0);
	}

	@Test
	void everyIndicatorInScopeIsAskedFromTheStartAndInTheBackgroundOnly() {
		this.view.registerContributor("counted", this.counted);
		this.isolation.start();
		await().until(() -> this.asked.get() > 2);
		assertThat(health(this.view.getContributor("counted")).getDetails()).containsKey("number");
	}

	@Test
	void childrenOfCompositesKeepTheirPaths() {
		this.view.registerContributor("db", CompositeHealthContributor.fromMap(Map.of("orders", this.counted)));
		this.isolation.start();
		await().until(() -> health(ContributorPath.find(this.view, "db/orders")).getStatus().equals(Status.UP));
		assertThat(ContributorPath.find(this.view, "db/unknown")).isNull();
	}

	@Test
	void whatIsOutOfScopeAndWhatReadsOnlyTheApplicationIsLeftAlone() {
		PingHealthIndicator ping = new PingHealthIndicator();
		this.view.registerContributor("other", this.counted);
		this.view.registerContributor("ping", ping);
		this.isolation.start();
		assertThat(this.view.getContributor("other")).isSameAs(this.counted);
		assertThat(this.view.getContributor("ping")).isSameAs(ping);
		assertThat(this.asked).hasValue(0);
	}

	@Test
	void statusAndDetailsFollowTheIndicator() {
		this.view.registerContributor("counted", this.counted);
		this.isolation.start();
		await().until(() -> health(this.view.getContributor("counted")).getStatus().equals(Status.UP));
		this.status = Status.OUT_OF_SERVICE;
		await().until(() -> health(this.view.getContributor("counted")).getStatus().equals(Status.OUT_OF_SERVICE));
		this.status = new Status("PAUSED");
		await().until(() -> health(this.view.getContributor("counted")).getStatus().getCode().equals("PAUSED"));
	}

	@Test
	void indicatorThatThrowsIsDown() {
		this.view.registerContributor("broken", (HealthIndicator) () -> {
			throw new IllegalStateException("bad");
		});
		this.isolation.start();
		await().until(() -> health(this.view.getContributor("broken")).getStatus().equals(Status.DOWN));
	}

	@Test
	void indicatorThatIsNotRegisteredAnyMoreIsNotAskedAnyMore() {
		this.view.registerContributor("counted", this.counted);
		this.isolation.start();
		await().until(() -> this.asked.get() > 0);
		this.view.unregisterContributor("counted");
		int before = this.asked.get();
		await().pollDelay(Duration.ofMillis(400)).until(() -> this.asked.get() <= before + 1);
		assertThat(this.view.getContributor("counted")).isNull();
	}

	@Test
	void indicatorThatComesLaterIsAskedFromItsFirstUse() {
		this.isolation.start();
		this.view.registerContributor("late", this.counted);
		await().until(() -> health(this.view.getContributor("late")).getStatus().equals(Status.UP));
	}

	private static Health health(@Nullable HealthContributor contributor) {
		return Objects.requireNonNull(((HealthIndicator) Objects.requireNonNull(contributor)).health(true));
	}

}
