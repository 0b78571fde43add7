package dev.groundwork.elasticsearch;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A request to Elasticsearch.
 *
 * @param method the HTTP method
 * @param path the path, encoded
 * @param parameters the parameters of the query
 * @param body the body or {@code null} if there is none
 */
record ElasticsearchRequest(String method, String path, Map<String, String> parameters,
		@Nullable Map<String, Object> body) {

	static ElasticsearchRequest get(String path) {
		return new ElasticsearchRequest("GET", path, Map.of(), null);
	}

	static ElasticsearchRequest put(String path, Map<String, Object> body) {
		return new ElasticsearchRequest("PUT", path, Map.of(), body);
	}

	static ElasticsearchRequest post(String path, Map<String, Object> body) {
		return new ElasticsearchRequest("POST", path, Map.of(), body);
	}

	ElasticsearchRequest with(String name, String value) {
		Map<String, String> parameters = new LinkedHashMap<>(this.parameters);
		parameters.put(name, value);
		return new ElasticsearchRequest(this.method, this.path, parameters, this.body);
	}

	/**
	 * Return a path of which each segment is encoded.
	 * @param segments the segments
	 * @return the path
	 */
	static String path(String... segments) {
		return Stream.of(segments).map((segment) -> "/" + encode(segment)).collect(Collectors.joining());
	}

	static String names(Collection<String> names) {
		return names.stream().map(ElasticsearchRequest::encode).collect(Collectors.joining(","));
	}

	static String encode(String segment) {
		return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
	}

}
