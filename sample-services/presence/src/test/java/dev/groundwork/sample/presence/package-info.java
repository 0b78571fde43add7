@NullMarked
package dev.groundwork.sample.presence;

import org.jspecify.annotations.NullMarked;
