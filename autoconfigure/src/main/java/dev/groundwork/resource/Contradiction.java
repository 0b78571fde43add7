package dev.groundwork.resource;

import org.jspecify.annotations.Nullable;

/**
 * Two declarations of one {@link Resource} that cannot both be true.
 *
 * @param id the resource
 * @param difference the attribute; what the first source declares is expected, what the
 * second declares is found
 * @param firstSource where it was declared first
 * @param secondSource where it was declared differently
 * @since 0.1.0
 */
public record Contradiction(ResourceId id, Difference difference, String firstSource, String secondSource) {

	/**
	 * Return what is declared by whom, for people to read.
	 * @return one line without the resource
	 */
	public String explain() {
		return "is declared twice with different %s: %s by %s, %s by %s".formatted(this.difference.attribute(),
				display(this.difference.expected()), this.firstSource, display(this.difference.found()),
				this.secondSource);
	}

	@Override
	public String toString() {
		return this.id + " " + explain();
	}

	private static Object display(@Nullable Object value) {
		return (value != null) ? value : "none";
	}

}
