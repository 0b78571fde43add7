@NullMarked
package dev.groundwork.sample.search;

import org.jspecify.annotations.NullMarked;
