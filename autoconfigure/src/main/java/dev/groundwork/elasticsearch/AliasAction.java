package dev.groundwork.elasticsearch;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One of the actions of a request that changes aliases as a whole or not at all.
 *
 * @param type what to do
 * @param index the index, or a pattern
 * @param alias the alias, or a pattern
 * @param details what else the alias is to have
 */
record AliasAction(Type type, String index, String alias, Map<String, Object> details) {

	static AliasAction add(String index, String alias, Map<String, Object> details) {
		return new AliasAction(Type.ADD, index, alias, details);
	}

	/**
	 * Create an action that makes the whole request fail if there is no such alias.
	 * @param index the index
	 * @param alias the alias
	 * @return the action
	 */
	static AliasAction removeExisting(String index, String alias) {
		return new AliasAction(Type.REMOVE_EXISTING, index, alias, Map.of());
	}

	static AliasAction removeIfThere(String index, String alias) {
		return new AliasAction(Type.REMOVE_IF_THERE, index, alias, Map.of());
	}

	Map<String, Object> body() {
		Map<String, Object> members = new LinkedHashMap<>();
		members.put("index", this.index);
		members.put("alias", this.alias);
		members.putAll(this.details);
		if (this.type == Type.ADD) {
			return Map.of("add", members);
		}
		members.put("must_exist", this.type == Type.REMOVE_EXISTING);
		return Map.of("remove", members);
	}

	/**
	 * What to do.
	 */
	enum Type {

		/**
		 * Add the alias, or change it.
		 */
		ADD,

		/**
		 * Remove the alias, which must be there.
		 */
		REMOVE_EXISTING,

		/**
		 * Remove the alias if it is there.
		 */
		REMOVE_IF_THERE

	}

}
