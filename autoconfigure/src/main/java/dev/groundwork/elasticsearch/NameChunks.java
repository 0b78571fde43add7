package dev.groundwork.elasticsearch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Divides names among requests: Elasticsearch refuses a request line above 4096 bytes
 * ({@code http.max_initial_line_length}).
 */
final class NameChunks {

	private static final int LONGEST = 3000;

	private static final int COMMA = "%2C".length();

	private NameChunks() {
	}

	/**
	 * Divide the given names.
	 * @param names the names
	 * @return lists of names that each fit into one request
	 */
	static List<List<String>> of(Collection<String> names) {
		List<List<String>> chunks = new ArrayList<>();
		List<String> chunk = new ArrayList<>();
		int length = 0;
		for (String name : names) {
			int added = ElasticsearchRequest.encode(name).length() + COMMA;
			if (!chunk.isEmpty() && length + added > LONGEST) {
				chunks.add(chunk);
				chunk = new ArrayList<>();
				length = 0;
			}
			chunk.add(name);
			length += added;
		}
		if (!chunk.isEmpty()) {
			chunks.add(chunk);
		}
		return List.copyOf(chunks);
	}

}
