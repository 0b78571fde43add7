/**
 * The Elasticsearch back end: indexes, templates and lifecycle policies.
 */
@NullMarked
package dev.groundwork.elasticsearch;

import org.jspecify.annotations.NullMarked;
