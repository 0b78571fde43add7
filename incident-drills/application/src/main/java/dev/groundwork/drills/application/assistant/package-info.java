/**
 * A service that calls a language model.
 */
@NullMarked
package dev.groundwork.drills.application.assistant;

import org.jspecify.annotations.NullMarked;
