@NullMarked
package dev.groundwork.sample.auth;

import org.jspecify.annotations.NullMarked;
