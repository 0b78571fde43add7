/**
 * An application on a servlet container.
 */
@NullMarked
package dev.groundwork.compatibility.servlet;

import org.jspecify.annotations.NullMarked;
