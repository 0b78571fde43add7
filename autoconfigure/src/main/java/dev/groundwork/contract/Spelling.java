package dev.groundwork.contract;

import java.util.Collection;
import java.util.Comparator;

import org.jspecify.annotations.Nullable;

/**
 * Finds the name that was probably meant.
 *
 * @since 0.1.0
 */
public final class Spelling {

	private Spelling() {
	}

	/**
	 * Return the name that is closest to one that nobody knows.
	 * @param unknown the name that is not known
	 * @param known the names that are
	 * @return the closest or {@code null} if none is close
	 */
	public static @Nullable String closest(String unknown, Collection<String> known) {
		int allowed = Math.max(1, Math.min(unknown.length() / 3, 3));
		return known.stream()
			.filter((name) -> Math.abs(name.length() - unknown.length()) <= allowed)
			.map((name) -> new Candidate(name, Edits.between(unknown, name)))
			.filter((candidate) -> candidate.edits() <= allowed)
			.min(Comparator.comparingInt(Candidate::edits))
			.map(Candidate::name)
			.orElse(null);
	}

	private record Candidate(String name, int edits) {

	}

}
