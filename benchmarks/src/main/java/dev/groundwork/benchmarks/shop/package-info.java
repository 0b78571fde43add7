/**
 * The application that is measured, the same with and without Groundwork: it declares a
 * queue and an index, listens, and answers requests that need neither.
 */
@NullMarked
package dev.groundwork.benchmarks.shop;

import org.jspecify.annotations.NullMarked;
