package dev.groundwork.elasticsearch;

import java.util.Map;

/**
 * An index as the server returns it.
 *
 * @param name the name, of the index itself also if it was found by an alias
 * @param settings the settings, flat
 * @param mappings the mappings
 * @param aliases the aliases by name
 * @param defaults the defaults of settings that the index does not have, flat; empty if
 * they were not needed
 */
record LiveIndex(String name, Map<String, Object> settings, Map<String, Object> mappings, Map<String, Object> aliases,
		Map<String, Object> defaults) {

	static LiveIndex of(String name, Map<String, Object> returned) {
		return new LiveIndex(name, Nested.map(returned, "settings"), Nested.map(returned, "mappings"),
				Nested.map(returned, "aliases"), Nested.map(returned, "defaults"));
	}

}
