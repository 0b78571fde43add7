/**
 * The three sample services started before their infrastructure, told line by line: what
 * {@code dev/demo} runs.
 */
@NullMarked
package dev.groundwork.demonstration;

import org.jspecify.annotations.NullMarked;
