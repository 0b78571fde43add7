package dev.groundwork.rabbitmq;

import java.io.IOException;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A channel, seen as the algorithms see it: many declarations go in, at most one refusal
 * comes out, and it does not say at which of them.
 */
interface Lane {

	/**
	 * Put the given declarations to the broker, one after another, and wait once until it
	 * has seen them all.
	 * @param declares the declarations, at least one
	 * @return {@code null} if all were accepted, else why one was refused; those before
	 * it were accepted, those behind it were ignored, and the lane is closed
	 * @throws IOException if the broker cannot be reached any more
	 */
	@Nullable BrokerRefusal declare(List<Declare> declares) throws IOException;

}
