/**
 * Tests that README and guide are true.
 */
@NullMarked
package dev.groundwork.documentation;

import org.jspecify.annotations.NullMarked;
