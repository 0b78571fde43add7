package dev.groundwork.autoconfigure;

import java.util.Map;
import java.util.function.Consumer;

import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.plan.Change;
import dev.groundwork.provision.Provisioner;
import dev.groundwork.provision.Provisioning;
import dev.groundwork.provision.ProvisioningMode;
import dev.groundwork.provision.ProvisioningResult;
import dev.groundwork.resource.DesiredState;
import dev.groundwork.startup.StartupProgress;
import dev.groundwork.startup.StartupTask;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.core.log.LogMessage;

/**
 * {@link StartupTask} that provisions one back end.
 */
final class ProvisioningTask implements StartupTask {

	private static final Log logger = LogFactory.getLog(ProvisioningTask.class);

	private final Provisioner provisioner;

	private final Provisioning provisioning;

	private volatile @Nullable DesiredState desired;

	private volatile @Nullable ProvisioningResult result;

	ProvisioningTask(Provisioner provisioner, ProvisioningMode mode) {
		this.provisioner = provisioner;
		this.provisioning = new Provisioning(provisioner, mode);
	}

	@Override
	public String getName() {
		return this.provisioner.getName();
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
		ProvisioningResult latest = provision(progress::waitingFor);
		if (latest != null && earlier == null) {
			warnOfDrift(latest);
		}
		this.result = (latest != null && earlier != null) ? latest.after(earlier) : latest;
	}

	private void warnOfDrift(ProvisioningResult result) {
		result.plan().steps(Change.DRIFT).stream().map(this.provisioner::explain).forEach(this::warn);
	}

	private void warn(Diagnosis drift) {
		logger.warn(LogMessage.format("%s differs from what is on the server, which is tolerated: %s %s",
				drift.subject(), drift.evidence(), drift.remedy()));
	}

	/**
	 * Provision what was resolved when the start began, as often as needed.
	 * @param waitingFor told why, each time before it is tried again
	 * @return what was done, or {@code null} if nothing must exist
	 * @throws InterruptedException if the thread was interrupted
	 */
	@Nullable ProvisioningResult provision(Consumer<String> waitingFor) throws InterruptedException {
		DesiredState current = this.desired;
		if (current == null || current.isEmpty()) {
			return null;
		}
		return this.provisioning.run(current, (diagnosis) -> waitingFor.accept(diagnosis.summary()), waitingFor);
	}

	@Nullable ProvisioningResult result() {
		return this.result;
	}

}
