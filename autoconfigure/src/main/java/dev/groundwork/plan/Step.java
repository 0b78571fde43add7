package dev.groundwork.plan;

import java.util.List;

import dev.groundwork.resource.Declaration;
import dev.groundwork.resource.Difference;
import dev.groundwork.resource.ResourceId;

/**
 * What has to be done about one resource.
 *
 * @param declaration the resource as declared
 * @param change what has to be done
 * @param differences how the resource on the server differs from its declaration
 * @param notes what else there is to know, such as what could not be compared
 * @since 0.1.0
 */
public record Step(Declaration declaration, Change change, List<Difference> differences, List<String> notes) {

	public Step {
		differences = List.copyOf(differences);
		notes = List.copyOf(notes);
	}

	/**
	 * Create a step without notes.
	 * @param declaration the resource as declared
	 * @param change what has to be done
	 * @param differences how the resource on the server differs from its declaration
	 */
	public Step(Declaration declaration, Change change, List<Difference> differences) {
		this(declaration, change, differences, List.of());
	}

	/**
	 * Return the identity of the resource.
	 * @return the identity
	 */
	public ResourceId id() {
		return this.declaration.id();
	}

}
