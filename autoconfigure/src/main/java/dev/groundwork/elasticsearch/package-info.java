/**
 * The Elasticsearch back end: indexes.
 */
@NullMarked
package dev.groundwork.elasticsearch;

import org.jspecify.annotations.NullMarked;
