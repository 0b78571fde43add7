/**
 * Tests of whole services.
 */
@NullMarked
package dev.groundwork.service;

import org.jspecify.annotations.NullMarked;
