/**
 * A service whose configuration is broken.
 */
@NullMarked
package dev.groundwork.compatibility.backend;

import org.jspecify.annotations.NullMarked;
