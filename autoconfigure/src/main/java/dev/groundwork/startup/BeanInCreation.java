package dev.groundwork.startup;

import java.time.Instant;

/**
 * A bean that is being created, or that a thread wants and another creates.
 *
 * @param name the name of the bean
 * @param since when it was asked for
 * @param thread the name of the thread that asked for it
 * @param threadId the identifier of that thread
 * @since 0.1.0
 */
public record BeanInCreation(String name, Instant since, String thread, long threadId) {
}
