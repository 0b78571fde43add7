/**
 * Issues and checks the tokens of the users.
 */
@NullMarked
package dev.groundwork.sample.auth;

import org.jspecify.annotations.NullMarked;
