package dev.groundwork.elasticsearch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Documents of one answer to a search, ready to be sent as they are.
 *
 * @param lines one document each: the action, and the document itself
 * @param last what the next search goes on after, empty after the last document
 * @param characters the size of the answer
 */
record CopyBatch(List<String> lines, String last, int characters) {

	private static final int BEST_SIZE = 4_000_000;

	private static final int MOST_DOCUMENTS = 1000;

	static CopyBatch of(String answer) {
		Map<String, String> hits = RawJson.members(RawJson.members(answer).getOrDefault("hits", "{}"));
		List<String> lines = new ArrayList<>();
		String last = "";
		for (String element : RawJson.elements(hits.getOrDefault("hits", "[]"))) {
			Map<String, String> hit = RawJson.members(element);
			String routing = hit.get("_routing");
			String action = "{\"create\":{\"_id\":%s%s}}".formatted(hit.get("_id"),
					(routing != null) ? ",\"routing\":" + routing : "");
			lines.add(action + "\n" + hit.getOrDefault("_source", "{}").replace('\n', ' ').replace('\r', ' ') + "\n");
			last = hit.getOrDefault("sort", "");
		}
		return new CopyBatch(lines, last, answer.length());
	}

	/**
	 * Return how many documents to ask for next, so that an answer is neither huge nor
	 * tiny.
	 * @return the number of documents
	 */
	int nextSize() {
		if (this.lines.isEmpty()) {
			return MOST_DOCUMENTS;
		}
		long each = Math.max(1, this.characters / this.lines.size());
		return (int) Math.max(1, Math.min(MOST_DOCUMENTS, BEST_SIZE / each));
	}

}
