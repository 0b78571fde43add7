/**
 * What every kind of application needs from a broker and a search node.
 */
@NullMarked
package dev.groundwork.compatibility.orders;

import org.jspecify.annotations.NullMarked;
