package dev.groundwork.elasticsearch;

import java.util.List;
import java.util.Set;

/**
 * What was read to compare indexes.
 *
 * @param existing the indexes that exist
 * @param health their health
 * @param taken the names of declared aliases under which there is an index
 * @param templates the templates that may have changed an index
 * @param notes what else there is to know about each index
 */
record Surroundings(LiveIndexes existing, IndexHealth health, Set<String> taken, MatchingTemplates templates,
		List<String> notes) {

}
