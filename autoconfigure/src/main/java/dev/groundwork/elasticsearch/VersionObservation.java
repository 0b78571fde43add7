package dev.groundwork.elasticsearch;

import java.util.ArrayList;
import java.util.List;

import dev.groundwork.plan.Observation;
import dev.groundwork.plan.Observation.Absent;
import dev.groundwork.plan.Observation.Outdated;
import dev.groundwork.plan.Observation.Present;
import dev.groundwork.resource.Difference;

/**
 * Decides what a versioned index is, compared with its definition. Pure.
 */
final class VersionObservation {

	/**
	 * Attribute of an index that says whether writes by its name are allowed.
	 */
	static final String WRITES = "writes";

	private VersionObservation() {
	}

	/**
	 * Compare.
	 * @param definition the index as declared
	 * @param found what is on the server
	 * @param applying whether what differs may be changed
	 * @param job whether this run may migrate
	 * @return what was found
	 */
	static Observation of(VersionedDefinition definition, FoundVersions found, boolean applying, boolean job) {
		FoundIndex namesake = found.namesake();
		if (namesake != null) {
			return new Present(definition.differences(namesake), List.of(MigrationObstacles.namesake(found.name())));
		}
		if (found.holders().isEmpty() && found.versions().isEmpty()) {
			return new Absent();
		}
		FoundIndex live = found.live();
		if (live == null) {
			return new Present(List.of(new Difference("alias", "one index", names(found.holders()), false)),
					List.of(MigrationObstacles.holders(found)));
		}
		List<String> notes = new ArrayList<>(writesStopped(found, live));
		VersionRecord versionRecord = live.versionRecord();
		if (versionRecord != null && versionRecord.supersedes(definition.hash())) {
			notes.add("'%s' follows a newer definition than this one and is left as it is".formatted(live.name()));
			return new Present(bookkeeping(definition, found, live, job), notes);
		}
		List<Difference> differences = new ArrayList<>(definition.differences(live));
		if (definition.isFulfilledBy(live)) {
			if (applying) {
				differences.addAll(bookkeeping(definition, found, live, job));
			}
			return new Present(differences, notes);
		}
		return outdated(definition, found, live, differences, notes);
	}

	private static Observation outdated(VersionedDefinition definition, FoundVersions found, FoundIndex live,
			List<Difference> differences, List<String> notes) {
		List<String> obstacles = MigrationObstacles.of(definition, found, live);
		if (!obstacles.isEmpty()) {
			return new Present(differences, obstacles);
		}
		notes.add("the documents of '%s' are copied into '%s'; meanwhile writes by '%s' are refused"
			.formatted(live.name(), found.name().version(found.nextNumber()), found.name().alias()));
		notes.add("'%s' is kept, and takes no writes".formatted(live.name()));
		return new Outdated(differences, notes);
	}

	private static List<Difference> bookkeeping(VersionedDefinition definition, FoundVersions found, FoundIndex live,
			boolean job) {
		List<Difference> differences = new ArrayList<>();
		VersionRecord versionRecord = live.versionRecord();
		if (versionRecord == null || !versionRecord.knows(definition.hash())) {
			differences.add(new Difference("mappings._meta.groundwork", definition.hash(),
					(versionRecord != null) ? versionRecord.definition() : null, true));
		}
		if (job && live.isFrozen(found.name().alias())) {
			differences.add(new Difference(WRITES, "allowed", "refused", true));
		}
		return differences;
	}

	private static List<String> writesStopped(FoundVersions found, FoundIndex live) {
		if (!live.isFrozen(found.name().alias()) && !live.isWriteBlocked()) {
			return List.of();
		}
		return List.of("writes to '%s' are refused: a migration is under way, or has ended early and waits for its job"
			.formatted(live.name()));
	}

	private static String names(List<FoundIndex> indexes) {
		return indexes.stream().map(FoundIndex::name).toList().toString();
	}

}
