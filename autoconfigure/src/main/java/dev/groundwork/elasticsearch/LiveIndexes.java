package dev.groundwork.elasticsearch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The indexes that were found under the names of declared ones.
 *
 * @param indexes what the server returned, by the names of the indexes
 */
record LiveIndexes(Map<String, Object> indexes) {

	LiveIndexes withDefaults(Map<String, Map<String, Object>> defaults) {
		Map<String, Object> complete = new LinkedHashMap<>(this.indexes);
		defaults.forEach((name, values) -> {
			Map<String, Object> index = new LinkedHashMap<>(Nested.map(this.indexes, name));
			index.put("defaults", values);
			complete.put(name, index);
		});
		return new LiveIndexes(complete);
	}

	/**
	 * Find an index by its own name, or by an alias that stands for it alone or writes to
	 * it.
	 * @param name the name
	 * @return the index or {@code null} if there is none
	 */
	@Nullable LiveIndex find(String name) {
		if (this.indexes.containsKey(name)) {
			return index(name);
		}
		List<String> aliased = aliased(name);
		if (aliased.size() == 1) {
			return index(aliased.get(0));
		}
		List<String> written = aliased.stream().filter((index) -> isWritten(index, name)).toList();
		return (written.size() == 1) ? index(written.get(0)) : null;
	}

	private LiveIndex index(String name) {
		return LiveIndex.of(name, Nested.map(this.indexes, name));
	}

	private boolean isWritten(String index, String alias) {
		return Nested.isSame(true, Nested.map(index(index).aliases(), alias).get("is_write_index"));
	}

	/**
	 * Return the indexes for which an alias stands.
	 * @param alias the alias
	 * @return the names of the indexes
	 */
	List<String> aliased(String alias) {
		return this.indexes.keySet()
			.stream()
			.filter((index) -> index(index).aliases().containsKey(alias))
			.sorted()
			.toList();
	}

	/**
	 * Return the indexes that make up the data stream of a name.
	 * @param name the name
	 * @return the names of the indexes, empty if there is no such data stream
	 */
	List<String> backing(String name) {
		return this.indexes.entrySet()
			.stream()
			.filter((entry) -> Nested.text(Nested.map(entry.getValue()), "data_stream").equals(name))
			.map(Map.Entry::getKey)
			.sorted()
			.toList();
	}

}
