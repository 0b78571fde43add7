@NullMarked
package dev.groundwork.sample.notifications;

import org.jspecify.annotations.NullMarked;
