/**
 * Tests of the demonstration.
 */
@NullMarked
package dev.groundwork.demonstration;

import org.jspecify.annotations.NullMarked;
