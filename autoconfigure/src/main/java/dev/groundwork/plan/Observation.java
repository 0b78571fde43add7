package dev.groundwork.plan;

import java.util.List;

import dev.groundwork.resource.Difference;

/**
 * What was found on the server where a resource is to be.
 *
 * @since 0.1.0
 */
public sealed interface Observation {

	/**
	 * The resource does not exist.
	 */
	record Absent() implements Observation {
	}

	/**
	 * The resource exists and was compared with its declaration.
	 *
	 * @param differences how it differs from its declaration; empty if it does not
	 */
	record Present(List<Difference> differences) implements Observation {

		public Present {
			differences = List.copyOf(differences);
		}

	}

	/**
	 * The protocol has no way to tell whether the resource exists.
	 */
	record Unreadable() implements Observation {
	}

}
