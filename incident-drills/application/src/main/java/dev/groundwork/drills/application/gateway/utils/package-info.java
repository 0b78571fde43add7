/**
 * What the other packages share.
 */
@NullMarked
package dev.groundwork.drills.application.gateway.utils;

import org.jspecify.annotations.NullMarked;
