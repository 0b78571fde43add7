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

	private final List<Contradiction> contradictions;

	private DesiredState(Collection<Declaration> declarations, List<Contradiction> contradictions) {
		this.declarations = List.copyOf(declarations);
		this.contradictions = List.copyOf(contradictions);
	}

	/**
	 * Merge the given declarations. Those of one resource become one that names every
	 * source; the first decides if they contradict each other. Who declares a resource as
	 * {@link Declaration#external() external} leaves its attributes to whoever creates
	 * it.
	 * @param declarations the declarations in the order in which they are to be applied
	 * @return the merged declarations
	 */
	public static DesiredState of(Collection<Declaration> declarations) {
		Map<ResourceId, Declaration> merged = new LinkedHashMap<>();
		List<Contradiction> contradictions = new ArrayList<>();
		for (Declaration declaration : declarations) {
			Declaration existing = merged.putIfAbsent(declaration.id(), declaration);
			if (existing != null) {
				contradictions.addAll(contradictions(existing, declaration));
				merged.put(declaration.id(), join(existing, declaration));
			}
		}
		return new DesiredState(merged.values(), contradictions);
	}

	private static List<Contradiction> contradictions(Declaration first, Declaration second) {
		if (first.external() || second.external()) {
			return List.of();
		}
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

	private static Declaration join(Declaration first, Declaration second) {
		Declaration deciding = (first.external() && !second.external()) ? second : first;
		String source = first.source().equals(second.source()) ? first.source()
				: first.source() + " and " + second.source();
		return new Declaration(deciding.resource(), source, deciding.external());
	}

	/**
	 * Return the declarations in the order in which they are to be applied.
	 * @return one declaration for each resource
	 */
	public List<Declaration> declarations() {
		return this.declarations;
	}

	/**
	 * Return which declarations of one resource cannot both be true.
	 * @return the contradictions, empty if there are none
	 */
	public List<Contradiction> contradictions() {
		return this.contradictions;
	}

	/**
	 * Return whether the application or somebody else is said to create a resource.
	 * @param id the identity of the resource
	 * @return whether the resource is declared
	 */
	public boolean declares(ResourceId id) {
		return this.declarations.stream().anyMatch((declaration) -> declaration.id().equals(id));
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
