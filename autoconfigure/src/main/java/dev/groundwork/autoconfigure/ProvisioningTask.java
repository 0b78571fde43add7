package dev.groundwork.autoconfigure;

import java.util.List;
import java.util.Map;

import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.plan.Change;
import dev.groundwork.plan.Step;
import dev.groundwork.provision.Provisioner;
import dev.groundwork.provision.Provisioning;
import dev.groundwork.provision.ProvisioningMode;
import dev.groundwork.provision.ProvisioningResult;
import dev.groundwork.report.StartObserver;
import dev.groundwork.report.StartObserver.ProvisioningRun;
import dev.groundwork.resource.DesiredState;
import dev.groundwork.startup.StartupProgress;
import dev.groundwork.startup.StartupTask;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * {@link StartupTask} that provisions one back end.
 */
final class ProvisioningTask implements StartupTask {

	private static final Log logger = LogFactory.getLog(ProvisioningTask.class);

	private final Provisioner provisioner;

	private final Provisioning provisioning;

	private volatile List<StartObserver> observers = List.of();

	private volatile @Nullable DesiredState desired;

	private volatile @Nullable ProvisioningResult result;

	private volatile @Nullable Diagnosis obstacle;

	ProvisioningTask(Provisioner provisioner, ProvisioningMode mode) {
		this.provisioner = provisioner;
		this.provisioning = new Provisioning(provisioner, mode);
	}

	@Override
	public String getName() {
		return this.provisioner.getName();
	}

	/**
	 * Set who observes each run.
	 * @param found the observers
	 */
	void observe(List<StartObserver> found) {
		this.observers = found;
	}

	/**
	 * Set what must exist.
	 * @param states what must exist on each back end
	 */
	void require(Map<Provisioner, DesiredState> states) {
		this.desired = states.get(this.provisioner);
	}

	@Override
	public void run(StartupProgress progress) throws InterruptedException {
		ProvisioningResult earlier = this.result;
		ProvisioningResult latest = provision(progress);
		if (latest != null && earlier == null) {
			warnOfDrift(latest);
		}
		this.result = (latest != null && earlier != null) ? latest.after(earlier) : latest;
	}

	private void warnOfDrift(ProvisioningResult provisioned) {
		for (Step drift : provisioned.plan().steps(Change.DRIFT)) {
			Diagnosis explanation = this.provisioner.explain(drift);
			logger.warn("%s, which is tolerated: %s. %s".formatted(explanation.summary(), explanation.evidence(),
					explanation.remedy()));
		}
	}

	/**
	 * Provision what was resolved when the start began, as often as needed.
	 * @param progress told why, each time before it is tried again, and how far it got
	 * @return what was done, or {@code null} if nothing must exist
	 * @throws InterruptedException if the thread was interrupted
	 */
	@Nullable ProvisioningResult provision(StartupProgress progress) throws InterruptedException {
		DesiredState current = this.desired;
		if (current == null || current.isEmpty()) {
			return null;
		}
		try {
			ProvisioningRun run = () -> this.provisioning.run(current, (diagnosis) -> {
				this.obstacle = diagnosis;
				progress.waitingFor(diagnosis.summary());
			}, progress::progressed);
			for (StartObserver observer : this.observers) {
				run = observer.around(getName(), run);
			}
			return run.run();
		}
		finally {
			this.obstacle = null;
		}
	}

	/**
	 * Return why the back end is tried again.
	 * @return the reason, or {@code null} if it is not tried again
	 */
	@Nullable Diagnosis obstacle() {
		return this.obstacle;
	}

	@Nullable ProvisioningResult result() {
		return this.result;
	}

}
