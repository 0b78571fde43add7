/**
 * Groundwork makes a service lay its own groundwork before it opens its doors.
 * <p>
 * The packages in the order in which the data passes through them: {@code contract}
 * checks the configuration; {@code resource}, {@code plan} and {@code provision} turn
 * what must exist into what exists, on the back ends {@code rabbitmq} and
 * {@code elasticsearch}; {@code startup} runs this as named tasks; {@code websocket}
 * awaits the servers; {@code readiness} tells the world; {@code report} tells people.
 * {@code diagnosis} holds what all of them say about a failure, {@code autoconfigure}
 * wires them.
 */
@NullMarked
package dev.groundwork;

import org.jspecify.annotations.NullMarked;
