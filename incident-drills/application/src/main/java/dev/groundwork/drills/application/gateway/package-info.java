/**
 * A gateway whose shared packages need each other in a circle.
 */
@NullMarked
package dev.groundwork.drills.application.gateway;

import org.jspecify.annotations.NullMarked;
