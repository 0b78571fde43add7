/**
 * Replays the failures of incident reports with the same small services twice: on plain
 * Spring Boot, and with Groundwork.
 */
@NullMarked
package dev.groundwork.drills;

import org.jspecify.annotations.NullMarked;
