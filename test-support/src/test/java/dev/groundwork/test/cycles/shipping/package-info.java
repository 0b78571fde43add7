/**
 * One of two packages that use each other.
 */
@NullMarked
package dev.groundwork.test.cycles.shipping;

import org.jspecify.annotations.NullMarked;
