/**
 * A private RabbitMQ, Elasticsearch and PostgreSQL, any number side by side, that can be
 * started, frozen, killed and brought back, and a browser: for the demo and for tests.
 */
@NullMarked
package dev.groundwork.local;

import org.jspecify.annotations.NullMarked;
