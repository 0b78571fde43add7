/**
 * What is told to browsers at once.
 */
@NullMarked
package dev.groundwork.drills.application.gateway.realtime;

import org.jspecify.annotations.NullMarked;
