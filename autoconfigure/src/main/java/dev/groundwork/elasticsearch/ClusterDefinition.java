package dev.groundwork.elasticsearch;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.groundwork.resource.Resource;
import dev.groundwork.resource.ResourceId;

/**
 * A template or a policy that must be known to the cluster, as in the body of
 * Elasticsearch's own request.
 *
 * @param kind the kind
 * @param name the name
 * @param body the body
 */
record ClusterDefinition(DefinitionKind kind, String name, Map<String, Object> body) implements Resource {

	ClusterDefinition {
		// JSON has null members, which Map.copyOf refuses
		body = Collections.unmodifiableMap(new LinkedHashMap<>(body));
	}

	@Override
	public ResourceId id() {
		return new ResourceId(this.kind.label(), this.name);
	}

	@Override
	public Map<String, Object> attributes() {
		Map<String, Object> attributes = new TreeMap<>();
		Nested.flatten("", this.body, attributes);
		return attributes;
	}

	/**
	 * Return the part of the body that describes the indexes.
	 * @return the template, empty if there is none
	 */
	Map<String, Object> template() {
		return Nested.map(this.body, "template");
	}

	/**
	 * Return the names of the indexes for which an index template counts.
	 * @return the patterns
	 */
	List<String> patterns() {
		return Nested.texts(this.body.get("index_patterns"));
	}

	long priority() {
		return (this.body.get("priority") instanceof Number number) ? number.longValue() : 0;
	}

	/**
	 * Return the request that creates the definition or replaces it as a whole.
	 * @return the request
	 */
	ElasticsearchRequest request() {
		return ElasticsearchRequest.put("/" + this.kind.path() + ElasticsearchRequest.path(this.name), this.body);
	}

}
