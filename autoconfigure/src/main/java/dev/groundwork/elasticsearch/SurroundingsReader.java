package dev.groundwork.elasticsearch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import dev.groundwork.diagnosis.DiagnosedException;

/**
 * Reads what is needed to compare indexes: the indexes and their health at once, and more
 * only where it is needed.
 */
final class SurroundingsReader {

	private final ElasticsearchHttp http;

	private final IndexReader reader;

	private final HealthCheck health;

	SurroundingsReader(ElasticsearchHttp http, HealthCheck health) {
		this.http = http;
		this.reader = new IndexReader(http);
		this.health = health;
	}

	/**
	 * Read what there is.
	 * @param indexes the declared indexes
	 * @param notes what is already known about each
	 * @return what was read
	 * @throws DiagnosedException if it cannot be read, or an index does not reach its
	 * status
	 */
	Surroundings readAround(List<IndexResource> indexes, List<String> notes) {
		List<ElasticsearchRequest> reading = this.reader.requests(names(indexes));
		List<ElasticsearchRequest> all = new ArrayList<>(reading);
		all.addAll(this.health.requests(names(indexes)));
		List<Reply> replies = this.http.sendAll(all);
		LiveIndexes existing = withDefaults(indexes, this.reader.indexes(replies.subList(0, reading.size())));
		IndexHealth health = this.health.await(found(indexes, existing), replies.subList(reading.size(), all.size()));
		return new Surroundings(existing, health, takenAliases(indexes, existing), templates(indexes, existing),
				Stream.concat(notes.stream(), health.notes().stream()).toList());
	}

	/**
	 * Read indexes with all that is needed to compare them.
	 * @param indexes the declared indexes
	 * @return the indexes that exist
	 */
	LiveIndexes read(List<IndexResource> indexes) {
		return withDefaults(indexes, this.reader.read(names(indexes)));
	}

	private LiveIndexes withDefaults(List<IndexResource> indexes, LiveIndexes existing) {
		List<String> names = indexes.stream().filter((index) -> {
			LiveIndex actual = existing.find(index.name());
			return actual != null && IndexSettings.needsDefaults(index.settings(), actual.settings());
		}).map(IndexResource::name).toList();
		return names.isEmpty() ? existing : existing.withDefaults(this.reader.readDefaults(names));
	}

	private static List<String> names(List<IndexResource> indexes) {
		return indexes.stream().map(IndexResource::name).toList();
	}

	private static Map<String, LiveIndex> found(List<IndexResource> indexes, LiveIndexes existing) {
		Map<String, LiveIndex> found = new LinkedHashMap<>();
		for (IndexResource index : indexes) {
			LiveIndex actual = existing.find(index.name());
			if (actual != null) {
				found.put(index.name(), actual);
			}
		}
		return found;
	}

	/**
	 * An alias cannot be created where there is an index of its name: somebody has
	 * written before it was there.
	 * @param indexes the declared indexes
	 * @param existing the indexes that exist
	 * @return the names of aliases that are missing and cannot be created
	 */
	private Set<String> takenAliases(List<IndexResource> indexes, LiveIndexes existing) {
		Set<String> missing = new LinkedHashSet<>();
		for (IndexResource index : indexes) {
			LiveIndex actual = existing.find(index.name());
			missing.addAll(index.aliases().keySet());
			if (actual != null) {
				missing.removeAll(actual.aliases().keySet());
			}
		}
		if (missing.isEmpty()) {
			return missing;
		}
		missing.retainAll(this.reader.readAliases(missing).indexes().keySet());
		return missing;
	}

	private MatchingTemplates templates(List<IndexResource> indexes, LiveIndexes existing) {
		boolean anyBeyond = indexes.stream().anyMatch((index) -> {
			LiveIndex actual = existing.find(index.name());
			return actual != null && !IndexNotes.beyond(index, actual).isEmpty();
		});
		return anyBeyond ? MatchingTemplates.read(this.http) : MatchingTemplates.none();
	}

}
