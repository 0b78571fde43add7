/**
 * The wiring: auto-configurations, properties, conditions and failure analyzers. The only
 * package that knows Spring Boot's conditions; nothing uses it.
 */
@NullMarked
package dev.groundwork.autoconfigure;

import org.jspecify.annotations.NullMarked;
