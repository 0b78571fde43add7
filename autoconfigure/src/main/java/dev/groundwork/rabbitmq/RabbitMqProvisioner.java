package dev.groundwork.rabbitmq;

import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import dev.groundwork.diagnosis.DiagnosedException;
import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.diagnosis.FailureKind;
import dev.groundwork.plan.Step;
import dev.groundwork.provision.DesiredStateExport;
import dev.groundwork.provision.Provisioner;
import dev.groundwork.provision.ProvisioningSession;
import dev.groundwork.resource.Declaration;
import dev.groundwork.resource.DesiredState;

/**
 * {@link Provisioner} of exchanges, queues and bindings in one virtual host.
 */
final class RabbitMqProvisioner implements Provisioner {

	private static final List<String> ORDER = List.of(ExchangeResource.KIND, QueueResource.KIND, BindingResource.KIND);

	private final String name;

	private final BrokerConnector connector;

	private final RabbitMqDiagnoses diagnoses;

	private final Supplier<? extends Collection<Declaration>> declarations;

	RabbitMqProvisioner(String name, BrokerConnector connector,
			Supplier<? extends Collection<Declaration>> declarations) {
		this.name = name;
		this.connector = connector;
		this.diagnoses = new RabbitMqDiagnoses(connector);
		this.declarations = declarations;
	}

	@Override
	public String getName() {
		return this.name;
	}

	@Override
	public DesiredState resolveDesiredState() {
		Comparator<Declaration> byKind = Comparator
			.comparingInt((declaration) -> ORDER.indexOf(declaration.id().kind()));
		return DesiredState.of(this.declarations.get()
			.stream()
			.sorted(byKind.thenComparing((declaration) -> declaration.id().name()).thenComparing(Declaration::source))
			.toList());
	}

	@Override
	public ProvisioningSession open() {
		try {
			return new RabbitMqSession(this.connector, this.diagnoses, this::explain);
		}
		catch (IOException | TimeoutException ex) {
			throw new DiagnosedException(this.diagnoses.ofConnection(ex), ex);
		}
	}

	@Override
	public List<DesiredStateExport> getExports() {
		return List.of(new DefinitionsExport(this.connector.virtualHost()),
				new OperatorExport(this.connector.virtualHost()));
	}

	@Override
	public Diagnosis explain(Step drift) {
		String name = RabbitMqDiagnoses.quote(drift.id().name());
		String remedy = "RabbitMQ cannot change what exists. Declare it as found";
		if (drift.id().kind().equals(QueueResource.KIND)) {
			remedy += ", or give the queue a new name, bind both, drain the old one and then: rabbitmqctl delete_queue "
					+ name + " --if-empty";
		}
		else {
			remedy += ", or give it a new name and move the bindings.";
		}
		return new Diagnosis(FailureKind.PERMANENT, drift.declaration().describe(),
				"exists with other attributes than declared", drift.differences().get(0).toString(), remedy);
	}

}
