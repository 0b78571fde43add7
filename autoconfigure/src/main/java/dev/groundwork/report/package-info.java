/**
 * One model of what happened during the start, and the faces that show it.
 */
@NullMarked
package dev.groundwork.report;

import org.jspecify.annotations.NullMarked;
