package dev.groundwork.elasticsearch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * An index as the server returns it.
 *
 * @param name the name of the index itself
 * @param actual its settings, mappings and aliases
 */
record FoundIndex(String name, Map<String, Object> actual) {

	@Nullable VersionRecord versionRecord() {
		return VersionRecord.of(Nested.map(this.actual, "mappings"));
	}

	boolean follows(String hash) {
		VersionRecord found = versionRecord();
		return found != null && found.definition().equals(hash);
	}

	boolean hasAlias(String alias) {
		return aliases().containsKey(alias);
	}

	Map<String, Object> alias(String alias) {
		return Nested.map(aliases(), alias);
	}

	private Map<String, Object> aliases() {
		return Nested.map(this.actual, "aliases");
	}

	/**
	 * Return whether writes by the alias are refused, which is said in the alias itself
	 * so that moving the alias and allowing writes exclude each other.
	 * @param alias the alias
	 * @return whether it refuses writes
	 */
	boolean isFrozen(String alias) {
		return Nested.text(alias(alias), "is_write_index").equals("false");
	}

	boolean isWriteBlocked() {
		return Nested.text(Nested.map(this.actual, "settings"), "index.blocks.write").equals("true");
	}

	/**
	 * Return whether the server has the documents as they were sent.
	 * @return whether they can be copied
	 */
	boolean keepsSource() {
		Map<String, Object> source = Nested.map(Nested.map(this.actual, "mappings"), "_source");
		return !Nested.text(source, "enabled").equals("false") && isEmpty(source, "includes")
				&& isEmpty(source, "excludes");
	}

	private static boolean isEmpty(Map<String, Object> source, String member) {
		Object value = source.get(member);
		return value == null || (value instanceof List<?> list && list.isEmpty());
	}

	/**
	 * Return the index without what a version says about itself, which no definition
	 * declares.
	 * @return settings, mappings and aliases
	 */
	Map<String, Object> withoutRecord() {
		Map<String, Object> mappings = new LinkedHashMap<>(Nested.map(this.actual, "mappings"));
		Map<String, Object> meta = new LinkedHashMap<>(Nested.map(mappings, "_meta"));
		if (meta.remove(VersionRecord.MEMBER) == null) {
			return this.actual;
		}
		mappings.put("_meta", meta);
		Map<String, Object> result = new LinkedHashMap<>(this.actual);
		result.put("mappings", mappings);
		return result;
	}

}
