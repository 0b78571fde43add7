package dev.groundwork.rabbitmq;

import java.util.ArrayList;
import java.util.List;

import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.plan.LintRule;
import dev.groundwork.plan.Step;
import dev.groundwork.provision.DesiredStateExport;
import dev.groundwork.provision.Provisioner;
import dev.groundwork.provision.ProvisioningSession;
import dev.groundwork.resource.DesiredState;
import org.jspecify.annotations.Nullable;

/**
 * {@link Provisioner} that knows the application's listeners and the broker's management
 * API, and leaves everything else to another.
 */
final class ManagedProvisioner implements Provisioner {

	private final Provisioner provisioner;

	private final ListenerQueues listeners;

	private final @Nullable ManagementAccess management;

	ManagedProvisioner(Provisioner provisioner, ListenerQueues listeners, @Nullable ManagementAccess management) {
		this.provisioner = provisioner;
		this.listeners = listeners;
		this.management = management;
	}

	@Override
	public String getName() {
		return this.provisioner.getName();
	}

	@Override
	public DesiredState resolveDesiredState() {
		return this.provisioner.resolveDesiredState();
	}

	@Override
	public ProvisioningSession open() {
		return new ManagedSession(this.provisioner.open(), this.management);
	}

	@Override
	public List<LintRule> getLintRules() {
		List<LintRule> rules = new ArrayList<>(this.provisioner.getLintRules());
		rules.add(new ListenerQueueRule(this.listeners));
		return rules;
	}

	@Override
	public List<DesiredStateExport> getExports() {
		return this.provisioner.getExports();
	}

	@Override
	public boolean isDriftTolerated() {
		return this.provisioner.isDriftTolerated();
	}

	@Override
	public Diagnosis explain(Step drift) {
		return this.provisioner.explain(drift);
	}

}
