package dev.groundwork.readiness;

import java.time.Instant;
import java.util.List;

/**
 * A check that has not returned in time.
 *
 * @param since when it began
 * @param stack the top of its stack, the innermost call first; empty if its thread has
 * not begun
 * @since 0.1.0
 */
public record HungCheck(Instant since, List<String> stack) {

	public HungCheck {
		stack = List.copyOf(stack);
	}

}
