package dev.groundwork.elasticsearch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The requests that change what a name stands for. Each names what it found, so that the
 * server refuses it when somebody else was faster. Pure.
 */
final class AliasChanges {

	private static final String WRITE_INDEX = "is_write_index";

	private AliasChanges() {
	}

	/**
	 * Refuse writes by the name.
	 * @param name the name
	 * @param live the index behind it
	 * @return the actions
	 */
	static List<AliasAction> freeze(VersionedName name, FoundIndex live) {
		return List.of(AliasAction.removeExisting(live.name(), name.alias()),
				AliasAction.add(live.name(), name.alias(), details(name, live, false)));
	}

	/**
	 * Allow writes by the name, and make sure that no version can take it that was filled
	 * before: the source may now change.
	 * @param name the name
	 * @param live the index behind it
	 * @return the actions
	 */
	static List<AliasAction> thaw(VersionedName name, FoundIndex live) {
		return List.of(AliasAction.removeExisting(live.name(), name.alias()),
				AliasAction.add(live.name(), name.alias(), details(name, live, true)),
				AliasAction.removeIfThere(name.allVersions(), name.allCopyAliases()));
	}

	/**
	 * Move the name, and every declared alias, to a version.
	 * @param definition the index as declared
	 * @param live the index behind the name
	 * @param version the version
	 * @return the actions
	 */
	static List<AliasAction> swap(VersionedDefinition definition, FoundIndex live, FoundIndex version) {
		VersionedName name = definition.name();
		List<AliasAction> actions = new ArrayList<>();
		actions.add(AliasAction.removeExisting(version.name(), name.copyAlias(name.number(version.name()))));
		actions.add(AliasAction.removeExisting(live.name(), name.alias()));
		actions.add(AliasAction.add(version.name(), name.alias(), details(name, live, true)));
		Map<String, Object> declared = new TreeMap<>(definition.index().aliases());
		declared.remove(name.alias());
		declared.forEach((alias, details) -> {
			if (live.hasAlias(alias)) {
				actions.add(AliasAction.removeIfThere(live.name(), alias));
			}
			actions.add(AliasAction.add(version.name(), alias, Nested.map(details)));
		});
		return actions;
	}

	private static Map<String, Object> details(VersionedName name, FoundIndex live, boolean writable) {
		Map<String, Object> details = new LinkedHashMap<>(live.alias(name.alias()));
		details.put(WRITE_INDEX, writable);
		return details;
	}

}
