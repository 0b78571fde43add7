package dev.groundwork.report;

import dev.groundwork.startup.StartupTask;

/**
 * {@link StartObserver} that adds the meters of what has become known.
 *
 * @since 0.1.0
 */
public final class MeterRefresh implements StartObserver {

	private final GroundworkMeterBinder meters;

	/**
	 * Create a new {@link MeterRefresh} instance.
	 * @param meters the meters
	 */
	public MeterRefresh(GroundworkMeterBinder meters) {
		this.meters = meters;
	}

	@Override
	public StartupTask around(StartupTask task) {
		return new ObservedTask(task, (progress) -> {
			this.meters.refresh();
			task.run(progress);
			this.meters.refresh();
		});
	}

	@Override
	public ProvisioningRun around(String backEnd, ProvisioningRun run) {
		return run;
	}

}
