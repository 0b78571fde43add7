package dev.groundwork.elasticsearch;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.plan.LintRule;
import dev.groundwork.plan.Step;
import dev.groundwork.provision.DesiredStateExport;
import dev.groundwork.provision.Provisioner;
import dev.groundwork.provision.ProvisioningSession;
import dev.groundwork.resource.Declaration;
import dev.groundwork.resource.DesiredState;

import org.springframework.util.function.SingletonSupplier;

/**
 * {@link Provisioner} of what one cluster must have.
 */
final class ElasticsearchProvisioner implements Provisioner {

	private final Supplier<Rest5Client> clients;

	private final SingletonSupplier<DesiredState> desiredState;

	private final WaitForStatus awaited;

	private final OnDrift onDrift;

	private final boolean job;

	ElasticsearchProvisioner(Supplier<Rest5Client> clients, Supplier<? extends Collection<Declaration>> declarations,
			WaitForStatus awaited, OnDrift onDrift, boolean job) {
		this.clients = clients;
		this.desiredState = SingletonSupplier.of(() -> desiredState(declarations.get()));
		this.awaited = awaited;
		this.onDrift = onDrift;
		this.job = job;
	}

	@Override
	public String getName() {
		return "elasticsearch";
	}

	@Override
	public DesiredState resolveDesiredState() {
		return this.desiredState.obtain();
	}

	private static DesiredState desiredState(Collection<Declaration> declarations) {
		return DesiredState.of(declarations.stream()
			.sorted(Comparator.comparingInt(ElasticsearchProvisioner::rank)
				.thenComparing((declaration) -> declaration.id().name())
				.thenComparing(Declaration::source))
			.toList());
	}

	private static int rank(Declaration declaration) {
		return (declaration.resource() instanceof ClusterDefinition definition) ? definition.kind().ordinal()
				: DefinitionKind.values().length;
	}

	@Override
	public ProvisioningSession open() {
		ElasticsearchHttp http = new ElasticsearchHttp(this.clients.get());
		return new ElasticsearchSession(http, this.awaited,
				(this.onDrift == OnDrift.MIGRATE) ? new VersionedIndexes(http, this.job) : null);
	}

	@Override
	public boolean isDriftTolerated() {
		return this.onDrift == OnDrift.WARN;
	}

	@Override
	public List<LintRule> getLintRules() {
		return ElasticsearchLintRules.all();
	}

	@Override
	public List<DesiredStateExport> getExports() {
		return List.of(new RequestExport());
	}

	@Override
	public Diagnosis explain(Step drift) {
		Diagnosis explanation = DriftExplanation.of(drift);
		boolean obstacle = this.onDrift == OnDrift.MIGRATE && !drift.notes().isEmpty();
		return obstacle ? new Diagnosis(explanation.kind(), explanation.subject(), explanation.cause(),
				explanation.evidence(), String.join(" ", drift.notes())) : explanation;
	}

}
