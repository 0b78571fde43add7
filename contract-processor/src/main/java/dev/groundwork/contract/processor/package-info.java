/**
 * Annotation processor that writes what {@code @SecretProperty} and
 * {@code @RequiredProperty} say to {@code META-INF/groundwork-contract.json}. Depends on
 * the JDK alone.
 */
@NullMarked
package dev.groundwork.contract.processor;

import org.jspecify.annotations.NullMarked;
