package dev.groundwork.elasticsearch;

import java.util.List;

import dev.groundwork.elasticsearch.MigrationStep.Block;
import dev.groundwork.elasticsearch.MigrationStep.Copy;
import dev.groundwork.elasticsearch.MigrationStep.Correct;
import dev.groundwork.elasticsearch.MigrationStep.Create;
import dev.groundwork.elasticsearch.MigrationStep.Finish;
import dev.groundwork.elasticsearch.MigrationStep.Freeze;
import dev.groundwork.elasticsearch.MigrationStep.GiveUpIncomplete;
import dev.groundwork.elasticsearch.MigrationStep.GiveUpUnlike;
import dev.groundwork.elasticsearch.MigrationStep.GiveWay;
import dev.groundwork.elasticsearch.MigrationStep.Measure;
import dev.groundwork.elasticsearch.MigrationStep.Swap;
import dev.groundwork.resource.Difference;
import org.jspecify.annotations.Nullable;

/**
 * Decides from what is on the server what to do next. Pure: any number of replicas may
 * ask at once, and one that starts again asks as if it had never been away.
 */
final class MigrationDecision {

	private MigrationDecision() {
	}

	/**
	 * Decide what to do next.
	 * @param definition the index as declared
	 * @param found what is on the server
	 * @param measurement what was measured last or {@code null}
	 * @return the next step
	 */
	static MigrationStep next(VersionedDefinition definition, FoundVersions found, @Nullable Measurement measurement) {
		FoundIndex live = found.live();
		if (live == null || isServed(definition, live)) {
			return new Finish();
		}
		List<FoundIndex> candidates = found.candidates(live);
		for (FoundIndex candidate : candidates) {
			VersionRecord versionRecord = candidate.versionRecord();
			if (versionRecord != null && versionRecord.supersedes(definition.hash())) {
				return new GiveWay(candidate);
			}
		}
		if (!live.isFrozen(found.name().alias())) {
			return new Freeze(live);
		}
		if (!live.isWriteBlocked()) {
			return new Block(live);
		}
		FoundIndex version = newest(definition, candidates);
		if (measurement == null || !measurement.isOf(live, version)) {
			return new Measure(live, version);
		}
		VersionRecord versionRecord = (version != null) ? version.versionRecord() : null;
		if (version == null || versionRecord == null || !versionRecord.checkpoint().equals(measurement.checkpoint())) {
			return create(definition, found, measurement);
		}
		return fill(definition, live, version, versionRecord, measurement);
	}

	private static boolean isServed(VersionedDefinition definition, FoundIndex live) {
		VersionRecord versionRecord = live.versionRecord();
		return (versionRecord != null && versionRecord.knows(definition.hash())) || definition.isFulfilledBy(live);
	}

	private static @Nullable FoundIndex newest(VersionedDefinition definition, List<FoundIndex> candidates) {
		return candidates.stream()
			.filter((candidate) -> candidate.follows(definition.hash()))
			.reduce((older, newer) -> newer)
			.orElse(null);
	}

	private static Create create(VersionedDefinition definition, FoundVersions found, Measurement measurement) {
		VersionRecord versionRecord = new VersionRecord(definition.hash(), List.of(), measurement.source(),
				measurement.checkpoint());
		return new Create(found.nextNumber(), versionRecord.withHistory(found.lineage()));
	}

	private static MigrationStep fill(VersionedDefinition definition, FoundIndex live, FoundIndex version,
			VersionRecord versionRecord, Measurement measurement) {
		List<Difference> differences = definition.differences(version)
			.stream()
			.filter((difference) -> !difference.applicable())
			.toList();
		if (!differences.isEmpty()) {
			return new GiveUpUnlike(live, version, differences);
		}
		VersionRecord source = live.versionRecord();
		if (source != null && !versionRecord.history().containsAll(source.lineage())) {
			return new Correct(definition.name().number(version.name()), versionRecord.withHistory(source.lineage()));
		}
		if (measurement.isComplete()) {
			return new Swap(live, version);
		}
		return (measurement.copy() == null) ? new Copy(live, version)
				: new GiveUpIncomplete(live, version, measurement);
	}

}
