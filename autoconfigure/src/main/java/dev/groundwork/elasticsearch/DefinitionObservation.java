package dev.groundwork.elasticsearch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.groundwork.plan.Observation;
import dev.groundwork.plan.Observation.Absent;
import dev.groundwork.plan.Observation.Present;
import dev.groundwork.resource.Difference;
import org.jspecify.annotations.Nullable;

/**
 * Tells what was found under the name of a declared template or policy. Pure.
 */
final class DefinitionObservation {

	private DefinitionObservation() {
	}

	static Observation of(ClusterDefinition definition, @Nullable Map<String, Object> live) {
		if (live == null) {
			return new Absent();
		}
		List<Difference> differences = DefinitionComparison.between(definition, live);
		if (differences.isEmpty()) {
			return new Present(List.of());
		}
		Long expected = version(definition.kind(), definition.body());
		Long found = version(definition.kind(), live);
		if (expected != null && found != null && found > expected) {
			return new Present(List.of(), List
				.of(("has version %d on the server, newer than the declared %d: left as " + "it is, and differs in %s")
					.formatted(found, expected, differences)));
		}
		List<String> notes = new ArrayList<>();
		if (definition.kind() != DefinitionKind.LIFECYCLE_POLICY) {
			notes.add("indexes that exist stay as they are: a template counts for indexes that are created afterwards");
		}
		if (expected != null && expected.equals(found)) {
			notes.add("differs although both have version %d: raise the version with each change, so that a replica of "
				.formatted(expected) + "the previous release does not change it back");
		}
		return new Present(differences, notes);
	}

	/**
	 * What the server has accepted but returns in other words is no reason to send it
	 * again and again.
	 * @param observation what was observed afterwards
	 * @return the observation without differences
	 */
	static Observation accepted(Observation observation) {
		if (observation instanceof Present present && !present.differences().isEmpty()) {
			return new Present(List.of(),
					List.of("the server returns it otherwise than it was sent: " + present.differences()));
		}
		return observation;
	}

	private static @Nullable Long version(DefinitionKind kind, Map<String, Object> body) {
		Map<String, Object> owner = (kind == DefinitionKind.LIFECYCLE_POLICY)
				? Nested.map(Nested.map(body, "policy"), "_meta") : body;
		return (owner.get("version") instanceof Number number) ? number.longValue() : null;
	}

}
