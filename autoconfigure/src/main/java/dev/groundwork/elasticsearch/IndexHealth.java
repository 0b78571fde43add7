package dev.groundwork.elasticsearch;

import java.util.List;
import java.util.Map;

/**
 * Health of indexes.
 *
 * @param statuses the status of each index by its name; empty if it is not known
 * @param dataNodes the number of data nodes, 0 if it is not known
 * @param notes what else there is to know
 */
record IndexHealth(Map<String, String> statuses, int dataNodes, List<String> notes) {

	static final IndexHealth UNKNOWN = new IndexHealth(Map.of(), 0, List.of());

	IndexHealth {
		statuses = Map.copyOf(statuses);
		notes = List.copyOf(notes);
	}

}
