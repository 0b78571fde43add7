package dev.groundwork.report;

import java.util.function.Supplier;

import dev.groundwork.report.GroundworkObservation.Key;
import dev.groundwork.startup.StartupTask;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;

/**
 * {@link StartObserver} that makes a {@link GroundworkObservation} of each task and each
 * run.
 *
 * @since 0.1.0
 */
public final class MicrometerStartObserver implements StartObserver {

	private final Supplier<ObservationRegistry> registry;

	/**
	 * Create a new {@link MicrometerStartObserver} instance.
	 * @param registry finds the registry when something is observed
	 */
	public MicrometerStartObserver(Supplier<ObservationRegistry> registry) {
		this.registry = registry;
	}

	@Override
	public StartupTask around(StartupTask task) {
		return new ObservedTask(task, (progress) -> {
			Observation observation = observation(GroundworkObservation.STARTUP_TASK, Key.TASK, task.getName());
			observation.<Exception>observeChecked(() -> task.run(progress));
		});
	}

	@Override
	public ProvisioningRun around(String backEnd, ProvisioningRun run) {
		return () -> observation(GroundworkObservation.PROVISIONING, Key.BACK_END, backEnd).observeChecked(run::run);
	}

	private Observation observation(GroundworkObservation documented, Key key, String value) {
		return documented.observation(this.registry.get())
			.contextualName("%s %s".formatted(documented.getName(), value))
			.lowCardinalityKeyValue(key.asString(), value);
	}

}
