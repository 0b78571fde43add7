package dev.groundwork.elasticsearch;

import java.util.List;

/**
 * Says why an index cannot be migrated, and the safe way out. Pure.
 */
final class MigrationObstacles {

	private MigrationObstacles() {
	}

	static List<String> of(VersionedDefinition definition, FoundVersions found, FoundIndex live) {
		if (!live.keepsSource()) {
			return List
				.of(("'%s' does not keep whole documents (_source), so they cannot be copied: index them again from "
						+ "where they come from.")
					.formatted(live.name()));
		}
		return found.versions()
			.stream()
			.filter((version) -> version.follows(definition.hash()) && !definition.isFulfilledBy(version))
			.map((version) -> ("'%s' was created from this very definition and still differs. Look for a template that "
					+ "changes it: GET /_index_template/_simulate_index/%1$s")
				.formatted(version.name()))
			.toList();
	}

	static String namesake(VersionedName name) {
		return ("'%1$s' is an index, not an alias, and only deleting it frees the name. Stop the writers, then: "
				+ "PUT /%1$s/_block/write; POST /%1$s/_clone/%2$s {\"settings\":{\"index.blocks.write\":null}}; "
				+ "when the counts are equal: POST /_aliases {\"actions\":[{\"remove_index\":{\"index\":\"%1$s\"}},"
				+ "{\"add\":{\"index\":\"%2$s\",\"alias\":\"%1$s\",\"is_write_index\":true}}]}")
			.formatted(name.alias(), name.version(1));
	}

	static String holders(FoundVersions found) {
		String alias = found.name().alias();
		if (found.holders().isEmpty()) {
			return ("The versions %s exist, but the alias '%s' does not. Give it to the one that is to serve: "
					+ "POST /_aliases {\"actions\":[{\"add\":{\"index\":\"...\",\"alias\":\"%2$s\",\"is_write_index\":true}}]}")
				.formatted(found.versions().stream().map(FoundIndex::name).toList(), alias);
		}
		return "The alias '%s' must stand for one index. Remove it from the others: POST /_aliases".formatted(alias);
	}

}
