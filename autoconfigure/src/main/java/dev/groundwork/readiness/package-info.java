/**
 * Holds back the application's readiness until every gate has opened.
 * <p>
 * Readiness is a health contributor in the readiness group and not an availability event:
 * Spring Boot publishes that it accepts traffic once the application has started,
 * whatever was published before.
 */
@NullMarked
package dev.groundwork.readiness;

import org.jspecify.annotations.NullMarked;
