@NullMarked
package dev.groundwork.sample.documents;

import org.jspecify.annotations.NullMarked;
