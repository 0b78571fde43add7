/**
 * Certificates for tests, and what goes wrong with them.
 */
@NullMarked
package dev.groundwork.tls;

import org.jspecify.annotations.NullMarked;
