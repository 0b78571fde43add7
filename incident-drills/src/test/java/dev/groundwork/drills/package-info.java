/**
 * Tests of the drills, and the drills as tests.
 */
@NullMarked
package dev.groundwork.drills;

import org.jspecify.annotations.NullMarked;
