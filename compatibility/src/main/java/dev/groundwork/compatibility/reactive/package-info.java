/**
 * An application on a reactive web server.
 */
@NullMarked
package dev.groundwork.compatibility.reactive;

import org.jspecify.annotations.NullMarked;
