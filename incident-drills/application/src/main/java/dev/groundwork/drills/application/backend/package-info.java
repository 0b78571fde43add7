/**
 * A backend that needs two secrets.
 */
@NullMarked
package dev.groundwork.drills.application.backend;

import org.jspecify.annotations.NullMarked;
