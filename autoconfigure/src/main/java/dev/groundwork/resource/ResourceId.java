package dev.groundwork.resource;

/**
 * Identity of a {@link Resource} within its back end.
 *
 * @param kind the kind of resource, as its back end calls it
 * @param name the name, unique within the kind
 * @since 0.1.0
 */
public record ResourceId(String kind, String name) {

	@Override
	public String toString() {
		return this.kind + " '" + this.name + "'";
	}

}
