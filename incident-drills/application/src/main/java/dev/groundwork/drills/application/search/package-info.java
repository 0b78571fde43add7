/**
 * A search service that never creates its index.
 */
@NullMarked
package dev.groundwork.drills.application.search;

import org.jspecify.annotations.NullMarked;
