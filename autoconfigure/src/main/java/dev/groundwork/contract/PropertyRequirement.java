package dev.groundwork.contract;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.origin.Origin;

/**
 * A property that the service needs and that is no secret.
 *
 * @param property the canonical name of the property
 * @param requiredWhen when it is required, or {@code null} if it always is
 * @param declaredAt where the requirement stands, or {@code null} if that is not known
 * @since 0.1.0
 */
public record PropertyRequirement(String property, @Nullable Condition requiredWhen, @Nullable Origin declaredAt) {
}
