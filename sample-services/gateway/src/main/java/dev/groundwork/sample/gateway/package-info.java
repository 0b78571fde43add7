/**
 * Routes requests to the services, checks who sends them, and serves the page.
 */
@NullMarked
package dev.groundwork.sample.gateway;

import org.jspecify.annotations.NullMarked;
