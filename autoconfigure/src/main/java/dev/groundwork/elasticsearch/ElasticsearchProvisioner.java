package dev.groundwork.elasticsearch;

import java.util.Collection;
import java.util.Comparator;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.diagnosis.FailureKind;
import dev.groundwork.plan.Step;
import dev.groundwork.provision.Provisioner;
import dev.groundwork.provision.ProvisioningSession;
import dev.groundwork.resource.Declaration;
import dev.groundwork.resource.DesiredState;
import dev.groundwork.resource.Difference;

/**
 * {@link Provisioner} of indexes in one cluster.
 */
final class ElasticsearchProvisioner implements Provisioner {

	private final Supplier<Rest5Client> clients;

	private final Supplier<? extends Collection<Declaration>> declarations;

	private final OnDrift onDrift;

	private final boolean job;

	ElasticsearchProvisioner(Supplier<Rest5Client> clients, Supplier<? extends Collection<Declaration>> declarations,
			OnDrift onDrift, boolean job) {
		this.clients = clients;
		this.declarations = declarations;
		this.onDrift = onDrift;
		this.job = job;
	}

	@Override
	public String getName() {
		return "elasticsearch";
	}

	@Override
	public DesiredState resolveDesiredState() {
		return DesiredState.of(this.declarations.get()
			.stream()
			.sorted(Comparator.comparing((Declaration declaration) -> declaration.id().name())
				.thenComparing(Declaration::source))
			.toList());
	}

	@Override
	public ProvisioningSession open() {
		ElasticsearchHttp http = new ElasticsearchHttp(this.clients.get());
		return new ElasticsearchSession(http,
				(this.onDrift == OnDrift.MIGRATE) ? new VersionedIndexes(http, this.job) : null);
	}

	@Override
	public boolean isDriftTolerated() {
		return this.onDrift == OnDrift.WARN;
	}

	@Override
	public Diagnosis explain(Step drift) {
		String differences = drift.differences()
			.stream()
			.filter((difference) -> !difference.applicable())
			.map(Difference::toString)
			.collect(Collectors.joining("; "));
		return new Diagnosis(FailureKind.PERMANENT, drift.declaration().describe(),
				"exists with other attributes than declared", differences, remedy(drift));
	}

	private String remedy(Step drift) {
		if (this.onDrift == OnDrift.MIGRATE && !drift.notes().isEmpty()) {
			return String.join(" ", drift.notes());
		}
		String name = drift.id().name();
		return ("Elasticsearch cannot change this in place. Declare it as found, or create a new index, "
				+ "POST /_reindex {\"source\":{\"index\":\"%s\"},\"dest\":{\"index\":\"%s-2\"}} "
				+ "and give the application the new name.")
			.formatted(name, name);
	}

}
