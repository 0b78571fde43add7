package dev.groundwork.elasticsearch;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

import dev.groundwork.resource.Resource;
import dev.groundwork.resource.ResourceId;

/**
 * An index that must exist, as in the body of Elasticsearch's create-index request.
 *
 * @param name the name of the index
 * @param settings the settings, flat and with the prefix {@code index.}
 * @param mappings the mappings
 * @param aliases the aliases by name
 * @since 0.1.0
 */
public record IndexResource(String name, Map<String, Object> settings, Map<String, Object> mappings,
		Map<String, Object> aliases) implements Resource {

	/**
	 * Kind of this resource.
	 */
	public static final String KIND = "index";

	public IndexResource {
		settings = IndexSettings.normalize(settings);
		// JSON has null members, which Map.copyOf refuses
		mappings = Collections.unmodifiableMap(new LinkedHashMap<>(mappings));
		aliases = Collections.unmodifiableMap(new LinkedHashMap<>(aliases));
	}

	@Override
	public ResourceId id() {
		return new ResourceId(KIND, this.name);
	}

	@Override
	public Map<String, Object> attributes() {
		Map<String, Object> attributes = new TreeMap<>();
		Nested.flatten("settings", this.settings, attributes);
		Nested.flatten("mappings", this.mappings, attributes);
		Nested.flatten("aliases", this.aliases, attributes);
		return attributes;
	}

	/**
	 * Return the request that creates the index.
	 * @return the request
	 */
	ElasticsearchRequest request() {
		return ElasticsearchRequest.put(ElasticsearchRequest.path(this.name), body());
	}

	/**
	 * Return the body of the request that creates the index.
	 * @return the body
	 */
	Map<String, Object> body() {
		Map<String, Object> body = new TreeMap<>();
		body.put("settings", this.settings);
		body.put("mappings", this.mappings);
		body.put("aliases", this.aliases);
		return body;
	}

}
