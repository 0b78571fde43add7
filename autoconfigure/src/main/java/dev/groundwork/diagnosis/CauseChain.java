package dev.groundwork.diagnosis;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A failure and its causes, from the outside in.
 */
final class CauseChain {

	/**
	 * A chain may be a circle.
	 */
	private static final int LONGEST = 20;

	private CauseChain() {
	}

	static List<Throwable> of(@Nullable Throwable failure) {
		List<Throwable> chain = new ArrayList<>();
		for (Throwable each = failure; each != null && chain.size() < LONGEST; each = each.getCause()) {
			chain.add(each);
		}
		return chain;
	}

}
