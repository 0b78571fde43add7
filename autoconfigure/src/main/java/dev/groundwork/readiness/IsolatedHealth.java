package dev.groundwork.readiness;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import dev.groundwork.diagnosis.Diagnosis;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * {@link HealthIndicator} that answers with what another one has found in the background.
 */
final class IsolatedHealth implements HealthIndicator, DependencyCheck {

	private final String path;

	private final Supplier<@Nullable Health> indicator;

	private final DependencyMonitor monitor;

	private volatile Map<DependencyStatus, Health> latest = Map.of();

	/**
	 * Create a new {@link IsolatedHealth} instance that begins when it is started.
	 * @param path the path of the indicator
	 * @param indicator asks the indicator
	 * @param schedule when to ask
	 * @param threads where to ask
	 */
	IsolatedHealth(String path, Supplier<@Nullable Health> indicator, CheckSchedule schedule, CheckThreads threads) {
		this.path = path;
		this.indicator = indicator;
		this.monitor = threads.monitor(new WatchedDependency(this, DependencyPolicy.IGNORE, schedule),
				DependencyTransitions.NONE);
	}

	void start() {
		this.monitor.start();
	}

	void stop() {
		this.monitor.stop();
	}

	@Override
	public String getName() {
		return this.path;
	}

	@Override
	public List<Diagnosis> check() {
		Health health = this.indicator.get();
		List<Diagnosis> found = HealthDependencyCheck.diagnose(this.path, health);
		Map<DependencyStatus, Health> known = new EnumMap<>(DependencyStatus.class);
		known.putAll(this.latest);
		if (health != null) {
			known.put(DependencyState.status(found), health);
		}
		this.latest = known;
		return found;
	}

	@Override
	public Health health() {
		DependencySnapshot snapshot = this.monitor.snapshot();
		if (snapshot.status() == DependencyStatus.UNKNOWN) {
			return Health.outOfService().withDetail("reason", "not checked yet").build();
		}
		HungCheck hung = snapshot.hung();
		Health known = this.latest.get(snapshot.status());
		if (snapshot.status() == DependencyStatus.DOWN && (hung != null || known == null)) {
			Health.Builder down = Health.down();
			Diagnosis reason = snapshot.reason();
			if (reason != null) {
				down.withDetail("reason", reason.summary());
			}
			DependencyHealth.hang(down, hung);
			return down.build();
		}
		return (known != null) ? known : Health.unknown().build();
	}

}
