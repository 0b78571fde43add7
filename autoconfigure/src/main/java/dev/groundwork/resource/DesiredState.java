package dev.groundwork.resource;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Everything that must exist on one back end, each resource once. Immutable.
 *
 * @since 0.1.0
 */
public final class DesiredState {

	private final List<Declaration> declarations;

	private DesiredState(Collection<Declaration> declarations) {
		this.declarations = List.copyOf(declarations);
	}

	/**
	 * Merge the given declarations. Equal declarations of one resource become one that
	 * names every source.
	 * @param declarations the declarations in the order in which they are to be applied
	 * @return the merged declarations
	 * @throws ContradictionException if declarations of one resource differ; names them
	 * all
	 */
	public static DesiredState of(Collection<Declaration> declarations) {
		Map<ResourceId, Declaration> merged = new LinkedHashMap<>();
		List<Contradiction> contradictions = new ArrayList<>();
		for (Declaration declaration : declarations) {
			Declaration existing = merged.putIfAbsent(declaration.id(), declaration);
			if (existing != null) {
				contradictions.addAll(contradictions(existing, declaration));
				merged.put(declaration.id(), joinSources(existing, declaration));
			}
		}
		if (!contradictions.isEmpty()) {
			throw new ContradictionException(contradictions);
		}
		return new DesiredState(merged.values());
	}

	private static List<Contradiction> contradictions(Declaration first, Declaration second) {
		Map<String, Object> expected = first.resource().attributes();
		Map<String, Object> found = second.resource().attributes();
		Set<String> names = new TreeSet<>(expected.keySet());
		names.addAll(found.keySet());
		return names.stream()
			.filter((name) -> !Objects.equals(expected.get(name), found.get(name)))
			.map((name) -> new Difference(name, expected.get(name), found.get(name), false))
			.map((difference) -> new Contradiction(first.id(), difference, first.source(), second.source()))
			.toList();
	}

	private static Declaration joinSources(Declaration first, Declaration second) {
		if (first.source().equals(second.source())) {
			return first;
		}
		return new Declaration(first.resource(), first.source() + " and " + second.source());
	}

	/**
	 * Return the declarations in the order in which they are to be applied.
	 * @return one declaration for each resource
	 */
	public List<Declaration> declarations() {
		return this.declarations;
	}

	/**
	 * Return the resources of the given type, in the order of the declarations.
	 * @param <R> the type of resource
	 * @param type the type of resource
	 * @return the resources
	 */
	public <R extends Resource> List<R> resources(Class<R> type) {
		return this.declarations.stream().map(Declaration::resource).filter(type::isInstance).map(type::cast).toList();
	}

	/**
	 * Return whether nothing must exist.
	 * @return whether there are no declarations
	 */
	public boolean isEmpty() {
		return this.declarations.isEmpty();
	}

}
