package dev.groundwork.test;

import org.jspecify.annotations.Nullable;

/**
 * One bean needs another.
 *
 * @param from the name of the bean
 * @param to the name of the bean that it needs
 * @param hidden what hides that from Spring, for people, or {@code null} if nothing does
 */
record BeanEdge(String from, String to, @Nullable String hidden) {
}
