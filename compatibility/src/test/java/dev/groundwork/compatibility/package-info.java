/**
 * Runs the starter in every kind of application, against real servers.
 */
@NullMarked
package dev.groundwork.compatibility;

import org.jspecify.annotations.NullMarked;
