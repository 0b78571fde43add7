package dev.groundwork.elasticsearch;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.groundwork.diagnosis.DiagnosedException;

/**
 * Reads many indexes with few requests, which are sent at once.
 */
final class IndexReader {

	private final ElasticsearchHttp http;

	IndexReader(ElasticsearchHttp http) {
		this.http = http;
	}

	/**
	 * Read indexes.
	 * @param names the names of indexes or aliases, which need not exist
	 * @return the indexes that exist
	 */
	LiveIndexes read(Collection<String> names) {
		return indexes(this.http.sendAll(requests(names)));
	}

	/**
	 * Return the requests that read indexes.
	 * @param names the names of indexes or aliases, which need not exist
	 * @return the requests
	 */
	List<ElasticsearchRequest> requests(Collection<String> names) {
		return requests(names, "", Map.of());
	}

	/**
	 * Return what was read.
	 * @param replies the answers to the {@link #requests(Collection) requests}
	 * @return the indexes that exist
	 */
	LiveIndexes indexes(List<Reply> replies) {
		return new LiveIndexes(read(replies));
	}

	/**
	 * Read which of the names stand for what, without settings and mappings.
	 * @param names the names of indexes or aliases, which need not exist
	 * @return the indexes that exist
	 */
	LiveIndexes readAliases(Collection<String> names) {
		return new LiveIndexes(read(names, "", Map.of("features", "aliases")));
	}

	/**
	 * Read the defaults of all settings.
	 * @param names the names of indexes that exist
	 * @return the defaults by the name of the index
	 */
	Map<String, Map<String, Object>> readDefaults(Collection<String> names) {
		Map<String, Map<String, Object>> defaults = new LinkedHashMap<>();
		read(names, "/_settings", Map.of("include_defaults", "true", "filter_path", "*.defaults,error,status"))
			.forEach((name, index) -> defaults.put(name, Nested.map(Nested.map(index), "defaults")));
		return defaults;
	}

	private Map<String, Object> read(Collection<String> names, String what, Map<String, String> parameters) {
		return read(this.http.sendAll(requests(names, what, parameters)));
	}

	private static List<ElasticsearchRequest> requests(Collection<String> names, String what,
			Map<String, String> parameters) {
		Map<String, String> all = new LinkedHashMap<>(parameters);
		all.put("ignore_unavailable", "true");
		all.put("flat_settings", "true");
		return NameChunks.of(names)
			.stream()
			.map((chunk) -> new ElasticsearchRequest("GET", "/" + ElasticsearchRequest.names(chunk) + what, all, null))
			.toList();
	}

	private Map<String, Object> read(List<Reply> replies) {
		Map<String, Object> read = new LinkedHashMap<>();
		for (Reply reply : replies) {
			if (reply.isError()) {
				throw new DiagnosedException(this.http.diagnoses().of(reply), null);
			}
			read.putAll(reply.json());
		}
		return read;
	}

}
