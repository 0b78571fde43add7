package dev.groundwork.elasticsearch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

import dev.groundwork.diagnosis.DiagnosedException;
import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.diagnosis.FailureKind;
import dev.groundwork.plan.Change;
import dev.groundwork.plan.Observation;
import dev.groundwork.plan.Observation.Absent;
import dev.groundwork.plan.Observation.Present;
import dev.groundwork.plan.Step;
import dev.groundwork.provision.Outcome;
import dev.groundwork.provision.Outcome.Done;
import dev.groundwork.provision.Outcome.Failed;
import dev.groundwork.provision.Outcome.Overtaken;
import dev.groundwork.provision.ProvisioningMode;
import dev.groundwork.provision.ProvisioningSession;
import dev.groundwork.resource.DesiredState;
import dev.groundwork.resource.Difference;
import dev.groundwork.resource.ResourceId;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * {@link ProvisioningSession} with a client of its own. Reads all indexes and their
 * health at once; templates and policies with one request for each kind.
 */
final class ElasticsearchSession implements ProvisioningSession {

	private static final Log logger = LogFactory.getLog(ElasticsearchSession.class);

	private static final String ALREADY_EXISTS = "resource_already_exists_exception";

	private final ElasticsearchHttp http;

	private final SurroundingsReader reader;

	private final HealthCheck health;

	private final @Nullable VersionedIndexes versions;

	/**
	 * Templates and policies that the server has accepted as declared.
	 */
	private final Set<ResourceId> accepted = new HashSet<>();

	/**
	 * Indexes that were there when they were to be created.
	 */
	private final Set<ResourceId> overtaken = new HashSet<>();

	ElasticsearchSession(ElasticsearchHttp http) {
		this(http, WaitForStatus.YELLOW, null);
	}

	ElasticsearchSession(ElasticsearchHttp http, WaitForStatus awaited, @Nullable VersionedIndexes versions) {
		this.http = http;
		this.health = new HealthCheck(http, awaited);
		this.reader = new SurroundingsReader(http, this.health);
		this.versions = versions;
	}

	@Override
	public Map<ResourceId, Observation> inspect(DesiredState desired, ProvisioningMode mode) {
		List<String> notes = (mode == ProvisioningMode.PLAN) ? ServerVersion.read(this.http).notes() : List.of();
		Map<ResourceId, Observation> observations = new LinkedHashMap<>(
				new ClusterDefinitions(this.http).inspect(desired, this.accepted));
		List<IndexResource> indexes = desired.resources(IndexResource.class);
		if (this.versions != null) {
			observations.putAll(versioned(indexes, this.versions, mode));
		}
		else if (!indexes.isEmpty()) {
			Surroundings around = this.reader.readAround(indexes, notes);
			indexes.forEach((index) -> observations.put(index.id(), observe(index, around)));
		}
		return observations;
	}

	private Map<ResourceId, Observation> versioned(List<IndexResource> indexes, VersionedIndexes versions,
			ProvisioningMode mode) {
		Map<ResourceId, Observation> observations = new LinkedHashMap<>();
		indexes.forEach((index) -> observations.put(index.id(), versions.observe(index, mode)));
		this.health.await(indexes.stream()
			.filter((index) -> !(observations.get(index.id()) instanceof Absent))
			.map(IndexResource::name)
			.toList());
		return observations;
	}

	private Observation observe(IndexResource index, Surroundings around) {
		Observation observation = IndexObservation.of(index, around);
		if (observation instanceof Absent && this.overtaken.contains(index.id())) {
			throw new DiagnosedException(hidden(index), null);
		}
		LiveIndex actual = around.existing().find(index.name());
		if (actual != null && observation instanceof Present present
				&& present.differences().stream().anyMatch(SimulatedIndex::isDoubtful)) {
			List<Difference> confirmed = new SimulatedIndex(this.http).confirm(index, actual, present.differences());
			return new Present(confirmed, present.notes());
		}
		return observation;
	}

	/**
	 * Who may not see an index is told that there is none.
	 * @param index the index as declared
	 * @return the diagnosis
	 */
	private static Diagnosis hidden(IndexResource index) {
		return new Diagnosis(FailureKind.TRANSIENT, index.id().toString(),
				"is not shown, although the server says that it exists", "HTTP 400 " + ALREADY_EXISTS,
				"Grant the index privilege view_index_metadata, unless somebody has just deleted the index.");
	}

	@Override
	public List<Outcome> apply(List<Step> steps, Consumer<String> progress) {
		List<Outcome> outcomes = new ArrayList<>();
		DefinitionKind failed = null;
		for (Step step : steps) {
			if (failed != null && kind(step) != failed) {
				break;
			}
			Outcome outcome = apply(step, progress);
			outcomes.add(outcome);
			failed = (outcome instanceof Failed && kind(step) != null) ? kind(step) : failed;
		}
		return outcomes;
	}

	private static @Nullable DefinitionKind kind(Step step) {
		return (step.declaration().resource() instanceof ClusterDefinition definition) ? definition.kind() : null;
	}

	private Outcome apply(Step step, Consumer<String> progress) {
		Outcome versioned = (this.versions != null) ? this.versions.apply(step, progress) : null;
		return (versioned != null) ? versioned : apply(step);
	}

	private Outcome apply(Step step) {
		for (ElasticsearchRequest request : requests(step)) {
			Reply reply = this.http.send(request);
			if (reply.errorType().equals(ALREADY_EXISTS)) {
				this.overtaken.add(step.id());
				return new Overtaken(step);
			}
			if (reply.isError()) {
				return new Failed(step, this.http.diagnoses().of(step.declaration().describe(), reply));
			}
			if (Objects.equals(reply.json().get("acknowledged"), false)) {
				// Accepted, but not known to every node yet: what is read back decides
				this.health.awaitCreation(step.id().name());
			}
		}
		if (kind(step) != null) {
			this.accepted.add(step.id());
		}
		return new Done(step);
	}

	private List<ElasticsearchRequest> requests(Step step) {
		if (step.declaration().resource() instanceof ClusterDefinition definition) {
			return List.of(definition.request());
		}
		IndexResource declared = (IndexResource) step.declaration().resource();
		IndexResource index = (this.versions != null) ? this.versions.physical(declared) : declared;
		return (step.change() == Change.CREATE) ? List.of(index.request()) : updates(index);
	}

	/**
	 * Compare once more: what is sent takes everything along that others have set.
	 * @param index the index as declared
	 * @return the requests that bring it in line
	 */
	private List<ElasticsearchRequest> updates(IndexResource index) {
		LiveIndex actual = this.reader.read(List.of(index)).find(index.name());
		return (actual != null) ? IndexComparison.update(index, actual) : List.of();
	}

	@Override
	public void close() {
		try {
			this.http.close();
		}
		catch (IOException ex) {
			logger.debug("Client could not be closed", ex);
		}
	}

}
