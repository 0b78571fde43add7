/**
 * Rehearsals: the sample services as their users run them, against real servers.
 */
@NullMarked
package dev.groundwork.sample.rehearsals;

import org.jspecify.annotations.NullMarked;
