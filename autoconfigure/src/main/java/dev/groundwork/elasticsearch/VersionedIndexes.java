package dev.groundwork.elasticsearch;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

import dev.groundwork.diagnosis.DiagnosedException;
import dev.groundwork.plan.Change;
import dev.groundwork.plan.Observation;
import dev.groundwork.plan.Step;
import dev.groundwork.provision.Outcome;
import dev.groundwork.provision.Outcome.Done;
import dev.groundwork.provision.Outcome.Failed;
import dev.groundwork.provision.Outcome.Overtaken;
import dev.groundwork.provision.ProvisioningMode;
import org.jspecify.annotations.Nullable;

/**
 * The part of a session that keeps each index behind an alias. Used by one thread.
 */
final class VersionedIndexes {

	private final ElasticsearchHttp http;

	private final boolean job;

	private final Map<String, FoundVersions> found = new LinkedHashMap<>();

	/**
	 * Create a new {@link VersionedIndexes} instance.
	 * @param http the requests
	 * @param job whether this run may migrate
	 */
	VersionedIndexes(ElasticsearchHttp http, boolean job) {
		this.http = http;
		this.job = job;
	}

	Observation observe(IndexResource index, ProvisioningMode mode) {
		VersionedDefinition definition = VersionedDefinition.of(index);
		FoundVersions versions = new ElasticsearchVersions(this.http, index.id().toString()).read(definition.name());
		this.found.put(index.name(), versions);
		return VersionObservation.of(definition, versions, mode != ProvisioningMode.VERIFY, this.job);
	}

	/**
	 * Return the index that the server is to create or to change for the given one.
	 * @param index the index as declared
	 * @return the index under the name of its version
	 */
	IndexResource physical(IndexResource index) {
		VersionedDefinition definition = VersionedDefinition.of(index);
		FoundVersions versions = this.found.get(index.name());
		if (versions == null || versions.indexes().isEmpty()) {
			return definition.first();
		}
		FoundIndex live = versions.live();
		return (live != null) ? definition.inPlace(live) : index;
	}

	/**
	 * Migrate, or allow writes again, where that is the step.
	 * @param step the step
	 * @param progress told how far it got
	 * @return what came of it or {@code null} if there is something to create or to
	 * change in place
	 */
	@Nullable Outcome apply(Step step, Consumer<String> progress) {
		if (!(step.declaration().resource() instanceof IndexResource index)) {
			return null;
		}
		MigrationDiagnoses diagnoses = new MigrationDiagnoses(step.declaration().describe());
		if (step.change() == Change.MIGRATE && !this.job) {
			return new Failed(step, diagnoses.needsJob(step));
		}
		VersionedDefinition definition = VersionedDefinition.of(index);
		IndexMigration migration = new IndexMigration(new ElasticsearchVersions(this.http, diagnoses.subject()),
				definition, diagnoses);
		try {
			if (step.change() == Change.MIGRATE) {
				return migration.run(progress) ? new Done(step) : new Overtaken(step);
			}
			if (step.differences()
				.stream()
				.anyMatch((difference) -> difference.attribute().equals(VersionObservation.WRITES))) {
				FoundVersions versions = Objects.requireNonNull(this.found.get(definition.index().name()));
				migration.allowWrites(Objects.requireNonNull(versions.live()));
			}
			return null;
		}
		catch (DiagnosedException ex) {
			return new Failed(step, ex.getDiagnoses().get(0));
		}
	}

}
