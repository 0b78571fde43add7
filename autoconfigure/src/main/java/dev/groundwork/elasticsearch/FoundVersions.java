package dev.groundwork.elasticsearch;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * Everything that was found on the server under one name: what the name stands for and
 * every version, whoever made it.
 *
 * @param name the name
 * @param indexes the indexes by their own names
 */
record FoundVersions(VersionedName name, Map<String, FoundIndex> indexes) {

	static FoundVersions of(VersionedName name, Map<String, Object> json) {
		Map<String, FoundIndex> indexes = new TreeMap<>();
		json.forEach((index, actual) -> indexes.put(index, new FoundIndex(index, Nested.map(actual))));
		return new FoundVersions(name, indexes);
	}

	/**
	 * Return the index that has the name itself, so that the name cannot be an alias.
	 * @return the index or {@code null} if there is none
	 */
	@Nullable FoundIndex namesake() {
		return this.indexes.get(this.name.alias());
	}

	/**
	 * Return the indexes that the name stands for.
	 * @return the indexes with the alias
	 */
	List<FoundIndex> holders() {
		return this.indexes.values().stream().filter((index) -> index.hasAlias(this.name.alias())).toList();
	}

	/**
	 * Return the one index that the name stands for.
	 * @return the index or {@code null} if there is none, or more than one
	 */
	@Nullable FoundIndex live() {
		List<FoundIndex> holders = holders();
		return (namesake() == null && holders.size() == 1) ? holders.get(0) : null;
	}

	List<FoundIndex> versions() {
		return this.indexes.values()
			.stream()
			.filter((index) -> number(index) > 0)
			.sorted(Comparator.comparingInt(this::number))
			.toList();
	}

	/**
	 * Return the versions that can still take the place of the given index.
	 * @param live the index
	 * @return the versions, the newest last
	 */
	List<FoundIndex> candidates(FoundIndex live) {
		return versions().stream().filter((version) -> {
			VersionRecord versionRecord = version.versionRecord();
			return versionRecord != null && versionRecord.source().equals(live.name())
					&& version.hasAlias(this.name.copyAlias(number(version)));
		}).toList();
	}

	/**
	 * Return the hashes of all definitions that any version followed.
	 * @return the hashes, oldest first
	 */
	List<String> lineage() {
		return this.indexes.values()
			.stream()
			.sorted(Comparator.comparingInt(this::number))
			.map(FoundIndex::versionRecord)
			.flatMap((versionRecord) -> (versionRecord != null) ? versionRecord.lineage().stream()
					: List.<String>of().stream())
			.distinct()
			.toList();
	}

	int number(FoundIndex index) {
		return this.name.number(index.name());
	}

	int nextNumber() {
		return versions().stream().mapToInt(this::number).max().orElse(0) + 1;
	}

}
