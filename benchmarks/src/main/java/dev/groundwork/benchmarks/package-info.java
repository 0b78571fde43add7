/**
 * What Groundwork costs, measured beside plain Spring.
 */
@NullMarked
package dev.groundwork.benchmarks;

import org.jspecify.annotations.NullMarked;
