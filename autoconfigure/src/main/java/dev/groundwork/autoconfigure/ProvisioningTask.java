package dev.groundwork.autoconfigure;

import dev.groundwork.provision.Provisioner;
import dev.groundwork.provision.Provisioning;
import dev.groundwork.provision.ProvisioningMode;
import dev.groundwork.provision.ProvisioningResult;
import dev.groundwork.resource.DesiredState;
import dev.groundwork.startup.StartupProgress;
import dev.groundwork.startup.StartupTask;
import org.jspecify.annotations.Nullable;

/**
 * {@link StartupTask} that provisions one back end.
 */
final class ProvisioningTask implements StartupTask {

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

	@Override
	public void prepare() {
		this.desired = this.provisioner.resolveDesiredState();
	}

	@Override
	public void run(StartupProgress progress) throws InterruptedException {
		DesiredState current = this.desired;
		if (current != null && !current.isEmpty()) {
			ProvisioningResult earlier = this.result;
			ProvisioningResult latest = this.provisioning.run(current,
					(diagnosis) -> progress.waitingFor(diagnosis.summary()));
			this.result = (earlier != null) ? latest.after(earlier) : latest;
		}
	}

	@Nullable ProvisioningResult result() {
		return this.result;
	}

}
