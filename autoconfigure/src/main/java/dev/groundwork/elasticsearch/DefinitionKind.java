package dev.groundwork.elasticsearch;

import java.util.Set;

/**
 * Kind of {@link ClusterDefinition}, in the order in which they need each other.
 */
enum DefinitionKind {

	/**
	 * What happens to an index in the course of its life.
	 */
	LIFECYCLE_POLICY("lifecycle policy", "lifecycle-policies", "_ilm/policy", Set.of("policy"), Set.of("policy")),

	/**
	 * Part of an index template.
	 */
	COMPONENT_TEMPLATE("component template", "component-templates", "_component_template",
			Set.of("template", "version", "_meta", "deprecated"), Set.of("template")),

	/**
	 * What an index has that is created under a name that matches.
	 */
	INDEX_TEMPLATE("index template", "index-templates", "_index_template",
			Set.of("index_patterns", "template", "composed_of", "priority", "version", "_meta", "data_stream",
					"allow_auto_create", "ignore_missing_component_templates", "deprecated"),
			Set.of());

	private final String label;

	private final String folder;

	private final String path;

	private final Set<String> members;

	private final Set<String> required;

	DefinitionKind(String label, String folder, String path, Set<String> members, Set<String> required) {
		this.label = label;
		this.folder = folder;
		this.path = path;
		this.members = members;
		this.required = required;
	}

	String label() {
		return this.label;
	}

	String withArticle() {
		return ((this == INDEX_TEMPLATE) ? "an " : "a ") + this.label;
	}

	String folder() {
		return this.folder;
	}

	String path() {
		return this.path;
	}

	/**
	 * Return the members of the body of the request that creates one.
	 * @return the names of the members
	 */
	Set<String> members() {
		return this.members;
	}

	Set<String> required() {
		return this.required;
	}

}
