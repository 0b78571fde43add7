/**
 * Says of a failure what kind it is, what caused it and what to do about it.
 */
@NullMarked
package dev.groundwork.diagnosis;

import org.jspecify.annotations.NullMarked;
