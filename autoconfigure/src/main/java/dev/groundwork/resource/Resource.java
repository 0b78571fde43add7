package dev.groundwork.resource;

import java.util.Map;

/**
 * Something that must exist on a back end. Implementations are immutable values.
 *
 * @since 0.1.0
 */
public interface Resource {

	/**
	 * Return the identity of this resource.
	 * @return the identity
	 */
	ResourceId id();

	/**
	 * Return what is declared about this resource beyond its identity. Two declarations
	 * of one resource contradict each other when these differ.
	 * @return the attributes by name
	 */
	Map<String, Object> attributes();

}
