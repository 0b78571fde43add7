/**
 * Examples of the documentation, which compile and run.
 */
@NullMarked
package dev.groundwork.test.example;

import org.jspecify.annotations.NullMarked;
