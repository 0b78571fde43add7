/**
 * An application that uses Spring Cloud Stream.
 */
@NullMarked
package dev.groundwork.compatibility.stream;

import org.jspecify.annotations.NullMarked;
