package dev.groundwork.report;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import dev.groundwork.contract.ContractStatus;
import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.provision.ProvisioningResult;
import dev.groundwork.readiness.Readiness;
import dev.groundwork.startup.Startup;
import dev.groundwork.startup.WaitGraph;
import org.jspecify.annotations.Nullable;

/**
 * Makes {@link GroundworkReport reports} from what is known at the moment. Thread-safe;
 * never waits.
 *
 * @since 0.1.0
 */
public final class GroundworkReports implements Supplier<GroundworkReport> {

	private final Startup startup;

	private final Supplier<WaitGraph> waits;

	private final Readiness readiness;

	private final Supplier<List<ProvisioningResult>> results;

	private final Supplier<Map<String, Diagnosis>> obstacles;

	private final Supplier<ContractStatus> contract;

	private volatile @Nullable Duration timeToReady;

	/**
	 * Create a new {@link GroundworkReports} instance.
	 * @param startup the start of the application
	 * @param waits finds who waits for whom, without waiting for anything
	 * @param readiness the gates of the application
	 * @param results what was done on each back end so far
	 * @param obstacles why a back end is tried again, by its name
	 * @param contract what is required of the configuration
	 */
	public GroundworkReports(Startup startup, Supplier<WaitGraph> waits, Readiness readiness,
			Supplier<List<ProvisioningResult>> results, Supplier<Map<String, Diagnosis>> obstacles,
			Supplier<ContractStatus> contract) {
		this.startup = startup;
		this.waits = waits;
		this.readiness = readiness;
		this.results = results;
		this.obstacles = obstacles;
		this.contract = contract;
	}

	/**
	 * Note that every gate has opened.
	 * @param elapsed the time since the start of the JVM
	 */
	public void ready(Duration elapsed) {
		this.timeToReady = elapsed;
	}

	@Override
	public GroundworkReport get() {
		return report(this.waits.get());
	}

	/**
	 * Make a report that leaves out who waits for whom, for which the state of every
	 * thread would have to be read.
	 * @return the report, without any wait
	 */
	public GroundworkReport withoutWaits() {
		return report(WaitGraph.EMPTY);
	}

	private GroundworkReport report(WaitGraph graph) {
		return new GroundworkReport(this.readiness.snapshot(), this.timeToReady, this.startup.tasks(), graph,
				this.results.get(), this.obstacles.get(), this.contract.get());
	}

}
