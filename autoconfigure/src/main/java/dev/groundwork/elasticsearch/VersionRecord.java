package dev.groundwork.elasticsearch;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What a version says about itself, in {@code _meta} of its mapping.
 *
 * @param definition the hash of the definition that it follows
 * @param history the hashes of the definitions before, oldest first
 * @param source the index whose documents it was made for, empty if there was none
 * @param checkpoint the state of the source when it was made
 */
record VersionRecord(String definition, List<String> history, String source, String checkpoint) {

	static final String MEMBER = "groundwork";

	/**
	 * A definition is not expected to come back after so many others.
	 */
	private static final int LONGEST_HISTORY = 100;

	VersionRecord {
		history = List.copyOf(history);
	}

	static @Nullable VersionRecord of(Map<String, Object> mappings) {
		Map<String, Object> members = Nested.map(Nested.map(mappings, "_meta"), MEMBER);
		String definition = Nested.text(members, "definition");
		if (definition.isEmpty()) {
			return null;
		}
		List<String> history = (members.get("history") instanceof List<?> list)
				? list.stream().map(String::valueOf).toList() : List.of();
		return new VersionRecord(definition, history, Nested.text(members, "source"),
				Nested.text(members, "checkpoint"));
	}

	boolean supersedes(String hash) {
		return !this.definition.equals(hash) && this.history.contains(hash);
	}

	boolean knows(String hash) {
		return this.definition.equals(hash) || this.history.contains(hash);
	}

	VersionRecord withDefinition(String hash) {
		return knows(hash) ? this : new VersionRecord(hash, append(this.history, List.of(this.definition), hash),
				this.source, this.checkpoint);
	}

	VersionRecord withHistory(List<String> hashes) {
		return new VersionRecord(this.definition, append(this.history, hashes, this.definition), this.source,
				this.checkpoint);
	}

	/**
	 * Return every definition that is known to come before the next one.
	 * @return the history and the definition
	 */
	List<String> lineage() {
		return append(this.history, List.of(this.definition), "");
	}

	private static List<String> append(List<String> history, List<String> hashes, String except) {
		Set<String> all = new LinkedHashSet<>(history);
		all.addAll(hashes);
		all.remove(except);
		List<String> list = List.copyOf(all);
		return list.subList(Math.max(0, list.size() - LONGEST_HISTORY), list.size());
	}

	/**
	 * Add this record to mappings.
	 * @param mappings the mappings
	 * @return the mappings with this record beside what else is in {@code _meta}
	 */
	Map<String, Object> addTo(Map<String, Object> mappings) {
		Map<String, Object> members = new LinkedHashMap<>();
		members.put("definition", this.definition);
		members.put("history", this.history);
		members.put("source", this.source);
		members.put("checkpoint", this.checkpoint);
		Map<String, Object> meta = new LinkedHashMap<>(Nested.map(mappings, "_meta"));
		meta.put(MEMBER, members);
		Map<String, Object> result = new LinkedHashMap<>(mappings);
		result.put("_meta", meta);
		return result;
	}

}
