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
	 * @param notes what else there is to know, such as what could not be compared
	 */
	record Present(List<Difference> differences, List<String> notes) implements Observation {

		public Present {
			differences = List.copyOf(differences);
			notes = List.copyOf(notes);
		}

		/**
		 * Create an observation without notes.
		 * @param differences how the resource differs from its declaration
		 */
		public Present(List<Difference> differences) {
			this(differences, List.of());
		}

	}

	/**
	 * The resource exists, differs in a way that cannot be changed in place, and the next
	 * version of it may take its place.
	 *
	 * @param differences how it differs from its declaration, at least one
	 * @param notes what else there is to know
	 */
	record Outdated(List<Difference> differences, List<String> notes) implements Observation {

		public Outdated {
			differences = List.copyOf(differences);
			notes = List.copyOf(notes);
		}

	}

	/**
	 * It was not found out whether the resource exists.
	 *
	 * @param notes why not
	 */
	record Unreadable(List<String> notes) implements Observation {

		public Unreadable {
			notes = List.copyOf(notes);
		}

		/**
		 * Create an observation of something for which the protocol has no way to tell.
		 */
		public Unreadable() {
			this(List.of());
		}

	}

}
