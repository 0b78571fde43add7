/**
 * Runs a plan against a back end, with bounded retries, and reads back what it did.
 */
@NullMarked
package dev.groundwork.provision;

import org.jspecify.annotations.NullMarked;
