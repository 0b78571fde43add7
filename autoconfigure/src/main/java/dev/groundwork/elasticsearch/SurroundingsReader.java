package dev.groundwork.elasticsearch;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import dev.groundwork.diagnosis.DiagnosedException;

/**
 * Reads what is needed to compare indexes: the indexes, then their health, and more only
 * where it is needed.
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
		LiveIndexes existing = read(indexes);
		IndexHealth health = this.health
			.await(indexes.stream().map(IndexResource::name).filter((name) -> existing.find(name) != null).toList());
		return new Surroundings(existing, health, takenAliases(indexes, existing), templates(indexes, existing),
				Stream.concat(notes.stream(), health.notes().stream()).toList());
	}

	/**
	 * Read indexes with all that is needed to compare them.
	 * @param indexes the declared indexes
	 * @return the indexes that exist
	 */
	LiveIndexes read(List<IndexResource> indexes) {
		LiveIndexes existing = this.reader.read(indexes.stream().map(IndexResource::name).toList());
		List<String> names = indexes.stream().filter((index) -> {
			LiveIndex actual = existing.find(index.name());
			return actual != null && IndexSettings.needsDefaults(index.settings(), actual.settings());
		}).map(IndexResource::name).toList();
		return names.isEmpty() ? existing : existing.withDefaults(this.reader.readDefaults(names));
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
