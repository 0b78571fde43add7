package dev.groundwork.elasticsearch;

import java.util.ArrayList;
import java.util.List;

import dev.groundwork.plan.Observation;
import dev.groundwork.plan.Observation.Absent;
import dev.groundwork.plan.Observation.Present;
import dev.groundwork.resource.Difference;
import org.jspecify.annotations.Nullable;

/**
 * Tells what was found under the name of a declared index. Pure.
 */
final class IndexObservation {

	/**
	 * Difference of a name that stands for something else.
	 */
	static final String NAME = "name";

	private IndexObservation() {
	}

	static Observation of(IndexResource index, Surroundings around) {
		LiveIndex actual = around.existing().find(index.name());
		List<Difference> differences = new ArrayList<>(occupied(index, actual, around.existing()));
		differences.addAll(takenAliases(index, actual, around));
		if (actual == null) {
			return differences.isEmpty() ? new Absent() : new Present(differences);
		}
		IndexComparison.between(index, actual)
			.stream()
			.filter((difference) -> differences.stream()
				.noneMatch((taken) -> taken.attribute().equals(difference.attribute())))
			.forEach(differences::add);
		return new Present(differences, IndexNotes.of(index, actual, differences, around));
	}

	private static List<Difference> occupied(IndexResource index, @Nullable LiveIndex actual, LiveIndexes existing) {
		if (actual != null) {
			return List.of();
		}
		List<String> backing = existing.backing(index.name());
		if (!backing.isEmpty()) {
			return List.of(new Difference(NAME, "an index", "a data stream of " + backing, false));
		}
		List<String> aliased = existing.aliased(index.name());
		return aliased.isEmpty() ? List.of() : List.of(new Difference(NAME, "an index",
				"an alias of %s, none of which is the write index".formatted(aliased), false));
	}

	private static List<Difference> takenAliases(IndexResource index, @Nullable LiveIndex actual, Surroundings around) {
		return index.aliases()
			.keySet()
			.stream()
			.filter((alias) -> around.taken().contains(alias))
			.filter((alias) -> actual == null || !actual.name().equals(alias))
			.sorted()
			.map((alias) -> new Difference("aliases." + alias, "an alias", "an index of that name", false))
			.toList();
	}

}
