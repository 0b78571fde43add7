/**
 * An auto-configuration that is neither Groundwork's nor Spring Boot's.
 */
@NullMarked
package com.example;

import org.jspecify.annotations.NullMarked;
