package dev.groundwork.resource;

/**
 * A {@link Resource} and where it was declared.
 *
 * @param resource the resource
 * @param source the bean, property or file that declares it, for people to read
 * @param external whether somebody else creates the resource, so that it is only looked
 * for
 * @since 0.1.0
 */
public record Declaration(Resource resource, String source, boolean external) {

	/**
	 * Create a declaration of a resource that the application creates.
	 * @param resource the resource
	 * @param source the bean, property or file that declares it, for people to read
	 */
	public Declaration(Resource resource, String source) {
		this(resource, source, false);
	}

	/**
	 * Return the identity of the resource.
	 * @return the identity
	 */
	public ResourceId id() {
		return this.resource.id();
	}

	/**
	 * Return the resource and where it was declared, for people to read.
	 * @return the identity and the source
	 */
	public String describe() {
		return id() + " (declared by " + this.source + ")";
	}

}
