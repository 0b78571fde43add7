@NullMarked
package dev.groundwork.sample.gateway;

import org.jspecify.annotations.NullMarked;
