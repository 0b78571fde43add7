/**
 * Finds documents by the words in them.
 */
@NullMarked
package dev.groundwork.sample.search;

import org.jspecify.annotations.NullMarked;
