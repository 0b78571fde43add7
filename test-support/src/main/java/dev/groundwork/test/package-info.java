/**
 * What users of Groundwork put in their tests.
 */
@NullMarked
package dev.groundwork.test;

import org.jspecify.annotations.NullMarked;
