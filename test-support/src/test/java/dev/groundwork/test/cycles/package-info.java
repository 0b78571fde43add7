/**
 * Packages that use each other.
 */
@NullMarked
package dev.groundwork.test.cycles;

import org.jspecify.annotations.NullMarked;
