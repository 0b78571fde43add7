package dev.groundwork.elasticsearch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.groundwork.diagnosis.DiagnosedException;
import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.diagnosis.FailureKind;
import dev.groundwork.plan.Observation;
import dev.groundwork.resource.Declaration;
import dev.groundwork.resource.DesiredState;
import dev.groundwork.resource.ResourceId;

import org.springframework.util.StringUtils;

/**
 * Reads templates and policies, all of a kind with one request.
 */
final class ClusterDefinitions {

	private static final int NOT_FOUND = 404;

	private final ElasticsearchHttp http;

	ClusterDefinitions(ElasticsearchHttp http) {
		this.http = http;
	}

	/**
	 * Read what is declared.
	 * @param desired what must exist
	 * @param accepted what the server has just accepted as it is declared
	 * @return the observations
	 */
	Map<ResourceId, Observation> inspect(DesiredState desired, Set<ResourceId> accepted) {
		Map<DefinitionKind, List<Declaration>> kinds = new LinkedHashMap<>();
		desired.declarations().forEach((declaration) -> {
			if (declaration.resource() instanceof ClusterDefinition definition) {
				kinds.computeIfAbsent(definition.kind(), (kind) -> new ArrayList<>()).add(declaration);
			}
		});
		List<Reply> replies = this.http
			.sendAll(kinds.entrySet().stream().map((kind) -> request(kind.getKey(), kind.getValue())).toList());
		Map<ResourceId, Observation> observations = new LinkedHashMap<>();
		int index = 0;
		for (Map.Entry<DefinitionKind, List<Declaration>> kind : kinds.entrySet()) {
			Map<String, Map<String, Object>> live = live(kind.getKey(), kind.getValue(), replies.get(index++));
			kind.getValue().forEach((declaration) -> {
				ClusterDefinition definition = (ClusterDefinition) declaration.resource();
				Observation observation = DefinitionObservation.of(definition, live.get(definition.name()));
				observations.put(declaration.id(), accepted.contains(declaration.id())
						? DefinitionObservation.accepted(observation) : observation);
			});
		}
		return observations;
	}

	/**
	 * Ask for one by its name, for several by what their names have in common.
	 * @param kind the kind
	 * @param declarations at least one
	 * @return the request
	 */
	private static ElasticsearchRequest request(DefinitionKind kind, List<Declaration> declarations) {
		String common = declarations.get(0).id().name();
		for (Declaration declaration : declarations) {
			common = common(common, declaration.id().name());
		}
		String pattern = ElasticsearchRequest.encode(common) + ((declarations.size() > 1) ? "*" : "");
		ElasticsearchRequest request = ElasticsearchRequest.get("/" + kind.path() + "/" + pattern);
		return (kind != DefinitionKind.LIFECYCLE_POLICY) ? request.with("flat_settings", "true") : request;
	}

	private static String common(String first, String second) {
		int length = 0;
		while (length < Math.min(first.length(), second.length()) && first.charAt(length) == second.charAt(length)) {
			length++;
		}
		return first.substring(0, length);
	}

	private Map<String, Map<String, Object>> live(DefinitionKind kind, List<Declaration> declarations, Reply reply) {
		if (isUnknownToServer(reply)) {
			throw new DiagnosedException(
					declarations.stream().map((declaration) -> unknown(kind, declaration, reply)).toList(), null);
		}
		if (reply.status() == NOT_FOUND) {
			return Map.of();
		}
		if (reply.isError()) {
			throw new DiagnosedException(
					this.http.diagnoses().of(StringUtils.capitalize(kind.folder().replace('-', ' ')), reply), null);
		}
		return parse(kind, reply.json());
	}

	static Map<String, Map<String, Object>> parse(DefinitionKind kind, Map<String, Object> returned) {
		Map<String, Map<String, Object>> live = new LinkedHashMap<>();
		if (kind == DefinitionKind.LIFECYCLE_POLICY) {
			returned.forEach((name, policy) -> live.put(name, Nested.map(policy)));
			return live;
		}
		String member = kind.path().substring(1);
		if (returned.get(member + "s") instanceof List<?> list) {
			list.forEach(
					(entry) -> live.put(Nested.text(Nested.map(entry), "name"), Nested.map(Nested.map(entry), member)));
		}
		return live;
	}

	/**
	 * A server that does not have an API answers as if the address was wrong; a
	 * serverless one that it is gone.
	 * @param reply the answer
	 * @return whether the server does not have the API
	 */
	static boolean isUnknownToServer(Reply reply) {
		return switch (reply.status()) {
			case 400, 404 -> reply.body().contains("no handler found");
			case 405, 410 -> true;
			default -> false;
		};
	}

	private static Diagnosis unknown(DefinitionKind kind, Declaration declaration, Reply reply) {
		String remedy = (kind == DefinitionKind.LIFECYCLE_POLICY)
				? "Remove the folder 'lifecycle-policies'; a serverless project has 'lifecycle' in the 'template' of an "
						+ "index template of data streams instead."
				: "Use a server that has it, or remove the folder '%s'.".formatted(kind.folder());
		return new Diagnosis(FailureKind.PERMANENT, declaration.describe(),
				"the server does not know what %s is".formatted(kind.withArticle()),
				"HTTP %d for /%s".formatted(reply.status(), kind.path()), remedy);
	}

}
