/**
 * Runs the start-up as a graph of named tasks, each with a reason for every wait.
 */
@NullMarked
package dev.groundwork.startup;

import org.jspecify.annotations.NullMarked;
