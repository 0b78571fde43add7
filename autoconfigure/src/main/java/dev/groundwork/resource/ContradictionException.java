package dev.groundwork.resource;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Exception thrown when declarations contradict each other.
 *
 * @since 0.1.0
 */
public final class ContradictionException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient List<Contradiction> contradictions;

	ContradictionException(List<Contradiction> contradictions) {
		super(contradictions.stream().map(Contradiction::toString).collect(Collectors.joining("; ")));
		this.contradictions = List.copyOf(contradictions);
	}

	/**
	 * Return every contradiction that was found.
	 * @return at least one contradiction
	 */
	public List<Contradiction> getContradictions() {
		return this.contradictions;
	}

}
