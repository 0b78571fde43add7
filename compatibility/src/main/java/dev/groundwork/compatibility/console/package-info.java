/**
 * An application without a web server.
 */
@NullMarked
package dev.groundwork.compatibility.console;

import org.jspecify.annotations.NullMarked;
