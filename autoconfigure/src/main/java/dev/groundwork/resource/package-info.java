/**
 * What must exist, as immutable values. No Spring, no input or output.
 */
@NullMarked
package dev.groundwork.resource;

import org.jspecify.annotations.NullMarked;
