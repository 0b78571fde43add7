package dev.groundwork.elasticsearch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import dev.groundwork.diagnosis.DiagnosedException;
import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.diagnosis.FailureKind;
import dev.groundwork.plan.Change;
import dev.groundwork.plan.Observation;
import dev.groundwork.plan.Observation.Absent;
import dev.groundwork.plan.Observation.Present;
import dev.groundwork.plan.Step;
import dev.groundwork.provision.Outcome;
import dev.groundwork.provision.Outcome.Done;
import dev.groundwork.provision.Outcome.Failed;
import dev.groundwork.provision.Outcome.Overtaken;
import dev.groundwork.provision.ProvisioningMode;
import dev.groundwork.provision.ProvisioningSession;
import dev.groundwork.resource.DesiredState;
import dev.groundwork.resource.Difference;
import dev.groundwork.resource.ResourceId;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * {@link ProvisioningSession} with a client of its own. Reads all indexes with one
 * request and their health with another.
 */
final class ElasticsearchSession implements ProvisioningSession {

	private static final Log logger = LogFactory.getLog(ElasticsearchSession.class);

	private static final String ALREADY_EXISTS = "resource_already_exists_exception";

	private final ElasticsearchHttp http;

	private final @Nullable VersionedIndexes versions;

	ElasticsearchSession(ElasticsearchHttp http) {
		this(http, null);
	}

	ElasticsearchSession(ElasticsearchHttp http, @Nullable VersionedIndexes versions) {
		this.http = http;
		this.versions = versions;
	}

	@Override
	public Map<ResourceId, Observation> inspect(DesiredState desired, ProvisioningMode mode) {
		List<IndexResource> indexes = desired.resources(IndexResource.class);
		Map<String, Object> existing = read(indexes);
		Map<ResourceId, Observation> observations = new LinkedHashMap<>();
		indexes.forEach((index) -> observations.put(index.id(), observe(index, existing, mode)));
		requireShards(indexes.stream()
			.filter((index) -> !(observations.get(index.id()) instanceof Absent))
			.map(IndexResource::name)
			.toList());
		return observations;
	}

	private Observation observe(IndexResource index, Map<String, Object> existing, ProvisioningMode mode) {
		if (this.versions != null) {
			return this.versions.observe(index, mode);
		}
		Map<String, Object> actual = find(index.name(), existing);
		return (actual != null) ? new Present(IndexComparison.between(index, actual)) : new Absent();
	}

	private Map<String, Object> read(List<IndexResource> indexes) {
		String names = indexes.stream().map(IndexResource::name).collect(Collectors.joining(","));
		Reply reply = this.http.get("/" + names, Map.of("ignore_unavailable", "true", "flat_settings", "true"));
		if (reply.isError()) {
			throw new DiagnosedException(this.http.diagnoses().of(reply), null);
		}
		return reply.json();
	}

	/**
	 * Find an index by its own name or by an alias that stands for it alone.
	 * @param name the name
	 * @param existing the indexes that the server returned
	 * @return the index or {@code null} if there is none
	 */
	private static @Nullable Map<String, Object> find(String name, Map<String, Object> existing) {
		if (existing.containsKey(name)) {
			return Nested.map(existing, name);
		}
		List<Map<String, Object>> aliased = existing.values()
			.stream()
			.map(Nested::map)
			.filter((index) -> Nested.map(index, "aliases").containsKey(name))
			.toList();
		return (aliased.size() == 1) ? aliased.get(0) : null;
	}

	private void requireShards(List<String> names) {
		if (names.isEmpty()) {
			return;
		}
		Reply reply = this.http.get("/_cluster/health/" + String.join(",", names),
				Map.of("level", "indices", "wait_for_status", "yellow", "timeout", "3s"));
		Map<String, Object> indices = Nested.map(reply.json(), "indices");
		if (indices.isEmpty() && reply.isError()) {
			throw new DiagnosedException(this.http.diagnoses().of(reply), null);
		}
		List<Diagnosis> red = indices.keySet()
			.stream()
			.filter((name) -> Nested.text(Nested.map(indices, name), "status").equals("red"))
			.map((name) -> new Diagnosis(FailureKind.TRANSIENT, "index '%s'".formatted(name),
					"has no active primary shard (status red)", Nested.map(indices, name).toString(),
					"See why: GET /_cluster/allocation/explain"))
			.toList();
		if (!red.isEmpty()) {
			throw new DiagnosedException(red, null);
		}
	}

	@Override
	public List<Outcome> apply(List<Step> steps, Consumer<String> progress) {
		return steps.stream().map((step) -> apply(step, progress)).toList();
	}

	private Outcome apply(Step step, Consumer<String> progress) {
		Outcome versioned = (this.versions != null) ? this.versions.apply(step, progress) : null;
		if (versioned != null) {
			return versioned;
		}
		for (Reply reply : send(step)) {
			if (reply.errorType().equals(ALREADY_EXISTS)) {
				return new Overtaken(step);
			}
			if (reply.isError()) {
				return new Failed(step, this.http.diagnoses().of(step.declaration().describe(), reply));
			}
		}
		return new Done(step);
	}

	private List<Reply> send(Step step) {
		IndexResource declared = (IndexResource) step.declaration().resource();
		IndexResource index = (this.versions != null) ? this.versions.physical(declared) : declared;
		return (step.change() == Change.CREATE) ? create(index) : update(index, step.differences());
	}

	private List<Reply> create(IndexResource index) {
		return List.of(this.http.put("/" + index.name(), index.body()));
	}

	private List<Reply> update(IndexResource index, List<Difference> differences) {
		Map<String, Object> settings = new TreeMap<>();
		List<Reply> replies = new ArrayList<>();
		boolean mappingsDiffer = false;
		for (Difference difference : differences) {
			String attribute = difference.attribute();
			if (attribute.startsWith("settings.") && difference.expected() != null) {
				settings.put(attribute.substring("settings.".length()), difference.expected());
			}
			else if (attribute.startsWith("aliases.")) {
				String alias = attribute.substring("aliases.".length());
				replies.add(this.http.put("/%s/_alias/%s".formatted(index.name(), alias),
						Nested.map(difference.expected())));
			}
			else {
				mappingsDiffer = true;
			}
		}
		if (!settings.isEmpty()) {
			replies.add(this.http.put("/%s/_settings".formatted(index.name()), settings));
		}
		if (mappingsDiffer) {
			replies.add(this.http.put("/%s/_mapping".formatted(index.name()), index.mappings()));
		}
		return replies;
	}

	@Override
	public void close() {
		try {
			this.http.close();
		}
		catch (IOException ex) {
			logger.debug("Client could not be closed", ex);
		}
	}

}
