/**
 * A service that signs and checks tokens.
 */
@NullMarked
package dev.groundwork.drills.application.authentication;

import org.jspecify.annotations.NullMarked;
